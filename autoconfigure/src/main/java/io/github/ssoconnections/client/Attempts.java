// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ratelimit.RateLimiter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Attempts of a call.
 */
final class Attempts<T> {

	private final Pipeline pipeline;

	private final ApiCall<T> call;

	private final ApiOperation<T> operation;

	private final long deadline;

	private final int maxAttempts;

	/** Whether each request takes two permits. */
	private final boolean background;

	private int made;

	/** Whether an earlier attempt may have been processed. */
	private boolean maybeProcessed;

	/** Whether the vendor rejected credentials of an earlier attempt. */
	private boolean rejected;

	Attempts(Pipeline pipeline, ApiCall<T> call, CallOptions options) {
		this.pipeline = pipeline;
		this.call = call;
		this.operation = call.operation();
		Duration timeout = (options.timeout() != null) ? options.timeout() : pipeline.settings().callTimeout();
		this.deadline = pipeline.time().currentTimeNanos() + timeout.toNanos();
		this.background = options.isBackground();
		this.maxAttempts = (options.maxAttempts() != null) ? options.maxAttempts() : Integer.MAX_VALUE;
	}

	Mono<T> next() {
		this.made++;
		ApiVendor.Credentials credentials = this.pipeline.exchange().credentials();
		return (credentials != null) ? acquire(credentials) : fetchCredentials().flatMap(this::acquire);
	}

	private Mono<ApiVendor.Credentials> fetchCredentials() {
		return this.pipeline.exchange()
			.fetchCredentials()
			.timeout(remaining(), this.pipeline.time().scheduler())
			.onErrorMap(TimeoutException.class, (ex) -> this.pipeline.failures().noCredentials(this.operation));
	}

	private Mono<T> acquire(ApiVendor.Credentials credentials) {
		if (this.background) {
			return permit(credentials)
				.flatMap((permit) -> (permit != RateLimiter.Permit.ORDINARY) ? Mono.just(permit) : permit(credentials))
				.flatMap(this::send);
		}
		RateLimiter.Permit permit = this.pipeline.rateLimiter().tryAcquire(credentials.limit(), this.background);
		return (permit != null) ? send(permit, credentials) : waitForPermit(credentials).flatMap(this::send);
	}

	private Mono<RateLimiter.Permit> permit(ApiVendor.Credentials credentials) {
		RateLimiter.Permit permit = this.pipeline.rateLimiter().tryAcquire(credentials.limit(), this.background);
		return (permit != null) ? Mono.just(permit) : waitForPermit(credentials);
	}

	private Mono<RateLimiter.Permit> waitForPermit(ApiVendor.Credentials credentials) {
		RateLimiter limiter = this.pipeline.rateLimiter();
		Failures failures = this.pipeline.failures();
		long start = this.pipeline.time().currentTimeNanos();
		return limiter.acquire(credentials.limit(), this.deadline, this.background)
			.doOnNext((granted) -> this.pipeline.notifyWait(this.operation, start))
			.onErrorMap(TimeoutException.class, (ex) -> failures.noPermit(this.operation, limiter.pauseLeft()))
			.onErrorMap(RateLimiter.QueueFullException.class, (ex) -> failures.tooManyWaiting(this.operation,
					this.pipeline.settings().rateLimit().maxWaitingCalls()));
	}

	private Mono<T> send(RateLimiter.Permit permit) {
		ApiVendor.Credentials credentials = this.pipeline.exchange().credentials();
		if (credentials != null) {
			return send(permit, credentials);
		}
		return fetchCredentials().doOnError((failure) -> this.pipeline.rateLimiter().release(permit))
			.doOnCancel(() -> this.pipeline.rateLimiter().release(permit))
			.flatMap((fetched) -> send(permit, fetched));
	}

	private Mono<T> send(RateLimiter.Permit permit, ApiVendor.Credentials credentials) {
		Mono<T> attempt = (permit != RateLimiter.Permit.ORDINARY)
				? Mono.defer(() -> run(credentials)).doFinally((signal) -> this.pipeline.rateLimiter().release(permit))
				: run(credentials);
		return attempt.onErrorResume(SsoApiException.class, (failure) -> failed(failure, credentials));
	}

	private Mono<T> run(ApiVendor.Credentials credentials) {
		Duration responseTimeout = this.pipeline.settings().responseTimeout();
		Duration remaining = remaining();
		Duration timeout = (remaining.compareTo(responseTimeout) < 0) ? remaining : responseTimeout;
		return this.pipeline.exchange().run(this.call, credentials, timeout);
	}

	private Mono<T> failed(SsoApiException failure, ApiVendor.Credentials credentials) {
		if (failure instanceof SsoApiException.RateLimited) {
			this.pipeline.rateLimiter().pause(failure.retryAfter());
		}
		if (failure instanceof SsoApiException.Unauthorized
				&& this.pipeline.vendor().rejected(credentials, this.rejected)) {
			this.rejected = true;
			this.made--;
			this.pipeline.notifyRetry(this.operation, failure);
			return next();
		}
		if (failure instanceof SsoApiException.NotFound && this.maybeProcessed) {
			T result = this.call.fallbackResult();
			return (result != null) ? Mono.just(result) : Mono.error(failure);
		}
		Duration delay = isRetryable(failure) ? delay(failure) : null;
		if (delay == null || delay.compareTo(remaining()) >= 0 || !this.pipeline.retryBudget().tryAcquire()) {
			return Mono.error(failure);
		}
		this.maybeProcessed |= !failure.isRetryable();
		this.pipeline.notifyRetry(this.operation, failure);
		return Mono.delay(delay, this.pipeline.time().scheduler()).then(Mono.defer(this::next));
	}

	private boolean isRetryable(SsoApiException failure) {
		return failure.isRetryable()
				|| (this.operation.effect().isIdempotent() && failure instanceof SsoApiException.Unavailable);
	}

	private @Nullable Duration delay(SsoApiException failure) {
		if (this.made >= this.maxAttempts) {
			return null;
		}
		return this.pipeline.settings()
			.retryPolicy()
			.delayBeforeNextAttempt(
					new RetryPolicy.FailedAttempt(this.operation.name(), this.operation.effect(), this.made, failure));
	}

	private Duration remaining() {
		return Duration.ofNanos(Math.max(this.deadline - this.pipeline.time().currentTimeNanos(), 1));
	}

}
