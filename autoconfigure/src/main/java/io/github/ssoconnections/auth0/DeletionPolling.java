// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;

/**
 * Polls until a connection is deleted.
 */
final class DeletionPolling {

	private static final ApiOperation<Boolean> IS_DELETED = Auth0Operations.ofStatus("connections.get", HttpMethod.GET,
			Auth0Operations.CONNECTION, Effect.READ, (status) -> Auth0Operations.isSuccess(status) ? Optional.of(false)
					: (status == 404) ? Optional.of(true) : Optional.empty())
		.withScopes("read:connections");

	private static final int MAX_DELAY = 30;

	private DeletionPolling() {
	}

	static Mono<Void> poll(Auth0Client client, String id, Duration timeout) {
		return poll(client, id, timeout, Schedulers::parallel);
	}

	static Mono<Void> poll(Auth0Client client, String id, Duration timeout, Supplier<Scheduler> scheduler) {
		Assert.isTrue(timeout != null && timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		ApiCall<Boolean> call = IS_DELETED.call(id).query(new Auth0FieldQuery().fields("id").includeFields(true));
		return Mono.defer(() -> client.execute(call))
			.filter((deleted) -> deleted)
			.repeatWhenEmpty((polls) -> polls.concatMap((made) -> Mono.delay(delay(made), scheduler.get())))
			.timeout(timeout, Mono.error(() -> timedOut(client, timeout)), scheduler.get())
			.then();
	}

	private static Duration delay(long made) {
		return Duration.ofSeconds((made < 5) ? 1L << made : MAX_DELAY);
	}

	private static SsoApiException timedOut(Auth0Client client, Duration timeout) {
		String reason = "the deletion is still in progress after " + timeout.toSeconds() + " s";
		return new SsoApiException.Unavailable(new SsoApiException.Details(client.account(), "connections.delete", null,
				reason, List.of(), null, null, false, new TimeoutException(reason)));
	}

}
