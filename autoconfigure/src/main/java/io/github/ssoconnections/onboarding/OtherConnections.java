// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.ConnectionsNotKnownException;
import io.github.ssoconnections.index.DomainConflict;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the index knows of other connections, for one account.
 */
final class OtherConnections {

	private static final String CONFLICTS_UNKNOWN = "Whether other connections serve the same domains is unknown: ";

	/** A refresh of a large account takes minutes. */
	private static final Duration MAX_AGE = Duration.ofMinutes(15);

	private final Account account;

	private final Supplier<@Nullable ConnectionIndex> index;

	private final Clock clock;

	OtherConnections(Account account, Supplier<@Nullable ConnectionIndex> index, Clock clock) {
		this.account = account;
		this.index = index;
		this.clock = clock;
	}

	Mono<List<DomainConflict>> findConflicts(Collection<String> domains, List<String> unknown) {
		return findConflicts((index) -> index.findConflicts(this.account, domains),
				(index) -> index.conflictsOf(this.account, domains), unknown);
	}

	Mono<List<DomainConflict>> findConflicts(String connectionId, List<String> unknown) {
		return findConflicts((index) -> index.findConflicts(this.account, connectionId),
				(index) -> index.conflictsOf(this.account, connectionId), unknown);
	}

	private Mono<List<DomainConflict>> findConflicts(Function<ConnectionIndex, List<DomainConflict>> find,
			Function<ConnectionIndex, Mono<List<DomainConflict>>> findAfterRefresh, List<String> unknown) {
		ConnectionIndex index = this.index.get();
		if (index == null) {
			unknown.add(CONFLICTS_UNKNOWN + "there is no index of connections.");
			return Mono.just(List.of());
		}
		Mono<List<DomainConflict>> conflicts = isFresh(index) ? Mono.fromCallable(() -> find.apply(index))
			// The index does not have the connection yet
			.onErrorResume(IllegalArgumentException.class, (failure) -> findAfterRefresh.apply(index))
				: Mono.defer(() -> findAfterRefresh.apply(index));
		return orUnknown(conflicts, CONFLICTS_UNKNOWN, List.of(), unknown);
	}

	private boolean isFresh(ConnectionIndex index) {
		// Of this account: another one that cannot be read is not refreshed with it
		Instant refreshedAt = index.of(this.account).refreshedAt();
		return refreshedAt != null && refreshedAt.isAfter(this.clock.instant().minus(MAX_AGE));
	}

	static <T> Mono<T> orUnknown(Mono<T> read, String what, T otherwise, List<String> unknown) {
		return read.onErrorResume((failure) -> failure instanceof SsoApiException
				|| failure instanceof ConnectionsNotKnownException || failure instanceof IllegalArgumentException,
				(failure) -> {
					unknown.add(what + failure.getMessage());
					return Mono.just(otherwise);
				});
	}

	@Nullable String findExisting(OnboardingRequest request) {
		ConnectionIndex index = this.index.get();
		if (index == null) {
			return null;
		}
		Set<String> domains = normalized(request.domains());
		try {
			return index.of(this.account)
				.lookUpDomain(request.domains().get(0))
				.entries()
				.stream()
				.filter((entry) -> request.customer().equals(entry.name())
						&& normalized(entry.domains()).equals(domains))
				.map(CatalogEntry::id)
				.findFirst()
				.orElse(null);
		}
		catch (ConnectionsNotKnownException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static Set<String> normalized(Collection<String> domains) {
		Set<String> normalized = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		normalized.addAll(domains);
		return normalized;
	}

	static List<DomainConflict> without(List<DomainConflict> conflicts, @Nullable String id) {
		return conflicts.stream()
			.map((conflict) -> new DomainConflict(conflict.kind(), conflict.severity(), conflict.value(),
					conflict.connections().stream().filter((entry) -> id == null || !id.equals(entry.id())).toList()))
			.filter((conflict) -> !conflict.connections().isEmpty())
			.toList();
	}

}
