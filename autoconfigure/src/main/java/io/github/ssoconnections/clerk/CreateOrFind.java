// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.http.ApiBody;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Creates what is not there yet, and never twice: looks, creates, and looks again when
 * the answer was lost.
 *
 * @param <T> the type of the connection
 */
final class CreateOrFind<T> {

	private final String operation;

	private final Duration settleTime;

	private final Function<T, Identity> identity;

	CreateOrFind(String operation, Duration settleTime, Function<T, Identity> identity) {
		this.operation = operation;
		this.settleTime = settleTime;
		this.identity = identity;
	}

	Mono<CreateResult<T>> run(Identity wanted, Flux<T> candidates, Mono<T> create) {
		Mono<T> find = candidates.filter((candidate) -> wanted.equals(this.identity.apply(candidate)))
			.collectList()
			.flatMap(this::single);
		return find.map((found) -> new CreateResult<>(found, true))
			.switchIfEmpty(Mono.defer(() -> create(find, create)));
	}

	private Mono<CreateResult<T>> create(Mono<T> find, Mono<T> create) {
		return create.onErrorResume((failure) -> LostAnswer.isOne(failure)
				// Until then, the vendor may still be at it
				? Mono.delay(this.settleTime).then(find).switchIfEmpty(Mono.error(failure)) : Mono.error(failure))
			.map((created) -> new CreateResult<>(created, false));
	}

	private Mono<T> single(List<T> found) {
		if (found.size() > 1) {
			String reason = found.size() + " connections have this name and these domains already";
			return Mono.error(new SsoApiException.Conflict(new SsoApiException.Details(ClerkVendor.NAME, this.operation,
					null, reason, List.of(), null, null, false, null)));
		}
		return Mono.justOrEmpty(found.stream().findFirst());
	}

	/**
	 * By what a connection is recognized.
	 *
	 * @param name the display name
	 * @param domains the domains, in lower case
	 */
	record Identity(@Nullable String name, Set<String> domains) {

		static Identity of(@Nullable String name, @Nullable Collection<String> domains) {
			return new Identity(name, (domains != null)
					? domains.stream().map((domain) -> domain.toLowerCase(Locale.ROOT)).collect(Collectors.toSet())
					: Set.of());
		}

		static Identity of(ApiBody<?> body) {
			Assert.notNull(body, "'connection' must not be null");
			Assert.isTrue(body.fields().get("name") instanceof String, "'name' must be set, to find it by");
			Assert.isTrue(body.fields().get("domains") instanceof Collection<?> domains && !domains.isEmpty(),
					"'domains' must be set, to find it by");
			Collection<?> domains = (Collection<?>) body.fields().get("domains");
			return of((String) body.fields().get("name"), domains.stream().map(String::valueOf).toList());
		}

	}

}
