// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Creates what is ready, one connection after the other, until a failure concerns the
 * whole account. For one run.
 */
final class ConnectionMover {

	private final ClerkAccount target;

	private volatile boolean stopped;

	ConnectionMover(ClerkAccount target) {
		this.target = target;
	}

	Mono<MigrationEntry> move(PlannedConnection planned) {
		MigrationEntry entry = planned.entry();
		EnterpriseConnection found = planned.found();
		if (entry.status() == MigrationStatus.READY) {
			return this.stopped ? Mono.just(entry.notRun()) : create(planned);
		}
		if (entry.status() == MigrationStatus.DONE && found != null && !this.stopped) {
			return complete(planned, found, false);
		}
		return Mono.just(entry);
	}

	private Mono<MigrationEntry> create(PlannedConnection planned) {
		return this.target.enterpriseConnectionCreation()
			.createOrFind(planned.target().connection())
			.flatMap((result) -> complete(planned, result.value(), result.created()))
			.onErrorResume(ConnectionMover::isExpected, (failure) -> Mono.just(failed(planned.entry(), failure, null)));
	}

	private Mono<MigrationEntry> complete(PlannedConnection planned, EnterpriseConnection found, boolean created) {
		TargetConnection wanted = planned.target();
		if (!created && wanted.isOther(found)) {
			return Mono.just(planned.entry().blocked(wanted.otherIdp(found)));
		}
		EnterpriseConnectionPatch patch = planned.entry().blockers().isEmpty() ? wanted.patch(found) : null;
		if (patch == null) {
			return Mono.just(planned.entry().withTarget(of(wanted, found, created)));
		}
		return this.target.enterpriseConnections()
			.update(found.id(), patch)
			.map((updated) -> planned.entry().withTarget(of(wanted, updated, created)))
			.onErrorResume(ConnectionMover::isExpected,
					(failure) -> Mono.just(failed(planned.entry(), failure, of(wanted, found, created))));
	}

	private MigrationEntry failed(MigrationEntry entry, Throwable failure, @Nullable MigratedConnection created) {
		this.stopped |= isOfAccount(failure);
		return entry.failed(String.valueOf(failure.getMessage()), created);
	}

	private static boolean isExpected(Throwable failure) {
		return failure instanceof SsoApiException || failure instanceof IllegalArgumentException;
	}

	private static boolean isOfAccount(Throwable failure) {
		return failure instanceof SsoApiException.Unauthorized || failure instanceof SsoApiException.Forbidden
				|| failure instanceof SsoApiException.RateLimited || failure instanceof SsoApiException.Unavailable
				|| failure instanceof SsoApiException.Gone;
	}

	static MigratedConnection of(TargetConnection wanted, EnterpriseConnection found, boolean created) {
		return new MigratedConnection(found.id(), created, found.active(), found.serviceProviderDetails(),
				wanted.differences(found));
	}

}
