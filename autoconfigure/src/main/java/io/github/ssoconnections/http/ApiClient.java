// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Runs every operation of a vendor: the one pipeline. There is one client per account, so
 * that all that calls for the account shares its bounds.
 */
public final class ApiClient {

	private final Exchange exchange;

	private final ApiClientSettings settings;

	/**
	 * Create a client. Nothing is sent, and no thread or connection is made, before the
	 * first call.
	 * @param webClientBuilder where requests go out; copied, not changed
	 * @param vendor the vendor
	 * @param settings the bounds
	 */
	public ApiClient(WebClient.Builder webClientBuilder, ApiVendor vendor, ApiClientSettings settings) {
		Assert.notNull(webClientBuilder, "'webClientBuilder' must not be null");
		Assert.notNull(vendor, "'vendor' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		this.exchange = new Exchange(webClientBuilder, vendor, settings.maxResponseSize(), Clock.systemUTC());
		this.settings = settings;
	}

	/**
	 * Make a call.
	 * @param <T> the type of the answer
	 * @param call the call; its body is written now, so that later changes to it have no
	 * effect
	 * @return the answer, or an {@link SsoApiException}; never empty; every subscription
	 * makes the call anew
	 * @throws IllegalArgumentException if the body cannot be written as JSON
	 */
	public <T> Mono<T> execute(ApiCall<T> call) {
		byte[] body = write(call.body());
		return Mono.defer(() -> {
			long deadline = now() + this.settings.callTimeout().toNanos();
			return attempt(call, body, 1, deadline);
		});
	}

	private static byte @Nullable [] write(@Nullable ApiBody<?> body) {
		try {
			return (body != null) ? WireJson.mapper().writeValueAsBytes(body) : null;
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The body cannot be written as JSON, field by field: "
					+ ((body != null) ? body.fields().keySet() : List.of()));
		}
	}

	// Permits of the rate limit are waited for, and the retry budget is asked, around
	// here
	private <T> Mono<T> attempt(ApiCall<T> call, byte @Nullable [] body, int number, long deadline) {
		Duration left = Duration.ofNanos(Math.max(deadline - now(), 1));
		Duration timeout = (left.compareTo(this.settings.responseTimeout()) < 0) ? left
				: this.settings.responseTimeout();
		return this.exchange.run(call, body, timeout).onErrorResume(SsoApiException.class, (failure) -> {
			Duration pause = this.settings.retryPolicy().pauseBeforeNext(call.operation().effect(), number, failure);
			if (pause == null || pause.compareTo(Duration.ofNanos(deadline - now())) >= 0) {
				return Mono.error(failure);
			}
			return Mono.delay(pause).then(Mono.defer(() -> attempt(call, body, number + 1, deadline)));
		});
	}

	// Time as the scheduler of the pauses sees it, so that both move together.
	private static long now() {
		Scheduler scheduler = Schedulers.parallel();
		return scheduler.now(TimeUnit.NANOSECONDS);
	}

}
