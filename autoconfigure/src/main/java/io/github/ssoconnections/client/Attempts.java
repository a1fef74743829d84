// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Attempts of a call.
 */
final class Attempts<T> {

	private final ApiClient client;

	private final ApiCall<T> call;

	private final long deadline;

	private final int maxAttempts;

	private int made;

	/** Whether an earlier attempt may have been processed. */
	private boolean maybeProcessed;

	/** Whether the vendor rejected credentials of an earlier attempt. */
	private boolean rejected;

	Attempts(ApiClient client, ApiCall<T> call, CallOptions options) {
		this.client = client;
		this.call = call;
		Duration timeout = (options.timeout() != null) ? options.timeout() : client.settings().callTimeout();
		this.deadline = client.now() + timeout.toNanos();
		this.maxAttempts = (options.maxAttempts() != null) ? options.maxAttempts() : Integer.MAX_VALUE;
	}

	Mono<T> next() {
		this.made++;
		ApiVendor.Credentials credentials = this.client.exchange().credentials();
		return (credentials != null) ? acquire(credentials) : fetchCredentials().flatMap(this::acquire);
	}

	private Mono<ApiVendor.Credentials> fetchCredentials() {
		return this.client.exchange()
			.fetchCredentials()
			.timeout(remaining(), this.client.time().scheduler())
			.onErrorMap(TimeoutException.class,
					(ex) -> this.client.exchange().failures().noCredentials(this.call.operation()));
	}

	private Mono<T> acquire(ApiVendor.Credentials credentials) {
		RateLimiter.Permit permit = this.client.rateLimiter().tryAcquire(credentials.limit());
		if (permit != null) {
			return send(permit, credentials);
		}
		long start = this.client.now();
		return this.client.rateLimiter()
			.acquire(credentials.limit(), this.deadline)
			.doOnNext((granted) -> this.client.listeners()
				.onWait(this.client.vendor().name(), this.call.operation().name(),
						Duration.ofNanos(this.client.now() - start)))
			.onErrorMap(TimeoutException.class,
					(ex) -> this.client.exchange()
						.failures()
						.noPermit(this.call.operation(), this.client.rateLimiter().pauseLeft()))
			.onErrorMap(RateLimiter.QueueFullException.class,
					(ex) -> this.client.exchange()
						.failures()
						.tooManyWaiting(this.call.operation(), this.client.settings().rateLimit().maxWaitingCalls()))
			.flatMap(this::send);
	}

	// The key may have changed while the call was waiting
	private Mono<T> send(RateLimiter.Permit permit) {
		ApiVendor.Credentials credentials = this.client.exchange().credentials();
		if (credentials != null) {
			return send(permit, credentials);
		}
		return fetchCredentials().doOnError((failure) -> this.client.rateLimiter().release(permit))
			.doOnCancel(() -> this.client.rateLimiter().release(permit))
			.flatMap((fetched) -> send(permit, fetched));
	}

	private Mono<T> send(RateLimiter.Permit permit, ApiVendor.Credentials credentials) {
		Mono<T> attempt = (permit != RateLimiter.Permit.ORDINARY)
				? Mono.defer(() -> run(credentials)).doFinally((signal) -> this.client.rateLimiter().release(permit))
				: run(credentials);
		return attempt.onErrorResume(SsoApiException.class, (failure) -> failed(failure, credentials));
	}

	private Mono<T> run(ApiVendor.Credentials credentials) {
		Duration timeout = min(remaining(), this.client.settings().responseTimeout());
		return this.client.exchange().run(this.call, credentials, timeout);
	}

	private Mono<T> failed(SsoApiException failure, ApiVendor.Credentials credentials) {
		if (failure instanceof SsoApiException.RateLimited) {
			this.client.rateLimiter().pause(failure.retryAfter());
		}
		ApiOperation<T> operation = this.call.operation();
		if (failure instanceof SsoApiException.Unauthorized
				&& this.client.vendor().rejected(credentials, this.rejected)) {
			this.rejected = true;
			// Does not count as an attempt of the retry policy
			this.made--;
			this.client.listeners().onRetry(this.client.vendor().name(), operation.name(), failure);
			return next();
		}
		if (failure instanceof SsoApiException.NotFound && this.maybeProcessed) {
			T result = operation.withFallbackResult(this.call.ids());
			return (result != null) ? Mono.just(result) : Mono.error(failure);
		}
		Duration delay = isRetryable(operation.effect(), failure) ? delay(failure) : null;
		if (delay == null || delay.compareTo(remaining()) >= 0 || !this.client.retryBudget().tryAcquire()) {
			return Mono.error(failure);
		}
		this.maybeProcessed |= !failure.isRetryable();
		this.client.listeners().onRetry(this.client.vendor().name(), operation.name(), failure);
		return Mono.delay(delay, this.client.time().scheduler()).then(Mono.defer(this::next));
	}

	private boolean isRetryable(Effect effect, SsoApiException failure) {
		return failure.isRetryable() || (effect.isIdempotent() && failure instanceof SsoApiException.Unavailable);
	}

	private @Nullable Duration delay(SsoApiException failure) {
		if (this.made >= this.maxAttempts) {
			return null;
		}
		ApiOperation<T> operation = this.call.operation();
		return this.client.settings()
			.retryPolicy()
			.delayBeforeNextAttempt(
					new RetryPolicy.FailedAttempt(operation.name(), operation.effect(), this.made, failure));
	}

	private Duration remaining() {
		return Duration.ofNanos(Math.max(this.deadline - this.client.now(), 1));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
