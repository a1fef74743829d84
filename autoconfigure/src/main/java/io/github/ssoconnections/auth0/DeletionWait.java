// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * Waits until a connection is gone.
 */
final class DeletionWait {

	private static final ApiOperation<Boolean> IS_GONE = Operations.ofStatus("connections.get", HttpMethod.GET,
			Operations.CONNECTION, Effect.READ, (status) -> Operations.isSuccess(status) ? Optional.of(false)
					: (status == 404) ? Optional.of(true) : Optional.empty());

	private static final int LONGEST_PAUSE = 30;

	private DeletionWait() {
	}

	static Mono<Void> run(Auth0Client client, String id, Duration timeout) {
		return run(client, id, timeout, Schedulers::parallel);
	}

	static Mono<Void> run(Auth0Client client, String id, Duration timeout, Supplier<Scheduler> scheduler) {
		Assert.isTrue(timeout != null && timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		// The status tells; the shorter the answer, the better
		ApiCall<Boolean> call = IS_GONE.call(id).query(new Auth0FieldQuery().fields("id").includeFields(true));
		return Mono.defer(() -> client.execute(call))
			.filter((gone) -> gone)
			.repeatWhenEmpty((polls) -> polls.concatMap((made) -> Mono.delay(pause(made), scheduler.get())))
			.timeout(timeout, Mono.error(() -> tooLate(timeout)), scheduler.get())
			.then();
	}

	private static Duration pause(long made) {
		return Duration.ofSeconds((made < 5) ? 1L << made : LONGEST_PAUSE);
	}

	private static SsoApiException tooLate(Duration timeout) {
		return new SsoApiException.Unavailable(new SsoApiException.Details(Auth0Vendor.NAME, "connections.delete", null,
				"the deletion still goes on after " + timeout.toSeconds() + " s", List.of(), null, null, false, null));
	}

}
