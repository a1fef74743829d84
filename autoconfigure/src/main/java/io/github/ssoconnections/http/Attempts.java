// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The attempts of one call, from its first to its deadline.
 */
final class Attempts<T> {

	private final ApiClient client;

	private final ApiCall<T> call;

	private final @Nullable WrittenBody body;

	private final long deadline;

	private final int maxAttempts;

	private int made;

	/** Whether an earlier attempt may have done what a repeat then finds done. */
	private boolean perhapsDone;

	Attempts(ApiClient client, ApiCall<T> call, @Nullable WrittenBody body, CallOptions options) {
		this.client = client;
		this.call = call;
		this.body = body;
		Duration timeout = (options.timeout() != null) ? options.timeout() : client.settings().callTimeout();
		this.deadline = client.now() + timeout.toNanos();
		this.maxAttempts = (options.maxAttempts() != null) ? options.maxAttempts() : Integer.MAX_VALUE;
	}

	Mono<T> next() {
		this.made++;
		ApiVendor.Access access = this.client.exchange().access();
		RateLimit limit = this.client.vendor().rateLimit(access);
		RateLimiter.Permit permit = this.client.rateLimiter().tryAcquire(limit);
		if (permit != null) {
			return send(permit, access);
		}
		long asked = this.client.now();
		return this.client.rateLimiter()
			.acquire(limit, this.deadline)
			.doOnNext((granted) -> this.client.listeners()
				.onWait(this.client.vendor().name(), this.call.operation().name(),
						Duration.ofNanos(this.client.now() - asked)))
			.onErrorMap(TimeoutException.class,
					(ex) -> this.client.exchange()
						.failures()
						.noPermit(this.call.operation(), this.client.rateLimiter().pauseLeft()))
			// The key may have changed meanwhile
			.flatMap((granted) -> send(granted, this.client.exchange().access()));
	}

	private Mono<T> send(RateLimiter.Permit permit, ApiVendor.Access access) {
		Mono<T> attempt = (permit != RateLimiter.Permit.ORDINARY)
				? Mono.defer(() -> run(access)).doFinally((signal) -> this.client.rateLimiter().release(permit))
				: run(access);
		return attempt.onErrorResume(SsoApiException.class, this::failed);
	}

	private Mono<T> run(ApiVendor.Access access) {
		Duration timeout = min(left(), this.client.settings().responseTimeout());
		return this.client.exchange()
			.run(this.call, this.body, access, timeout)
			.doOnNext((answer) -> this.client.retryBudget().succeeded())
			.doOnError(SsoApiException.RateLimited.class,
					(failure) -> this.client.rateLimiter().pause(failure.retryAfter()));
	}

	private Mono<T> failed(SsoApiException failure) {
		ApiOperation<T> operation = this.call.operation();
		if (failure instanceof SsoApiException.NotFound && this.perhapsDone) {
			T done = operation.whenAlreadyDone(this.call.ids());
			return (done != null) ? Mono.just(done) : Mono.error(failure);
		}
		Duration pause = mayRepeat(operation.effect(), failure) ? pause(failure) : null;
		if (pause == null || pause.compareTo(left()) >= 0 || !this.client.retryBudget().tryTake()) {
			return Mono.error(failure);
		}
		this.perhapsDone |= !failure.isRepeatable();
		this.client.listeners().onRepeat(this.client.vendor().name(), operation.name(), failure);
		return Mono.delay(pause).then(Mono.defer(this::next));
	}

	private boolean mayRepeat(Effect effect, SsoApiException failure) {
		return failure.isRepeatable() || (!effect.leavesTraces() && failure instanceof SsoApiException.Unavailable);
	}

	private @Nullable Duration pause(SsoApiException failure) {
		if (this.made >= this.maxAttempts) {
			return null;
		}
		ApiOperation<T> operation = this.call.operation();
		return this.client.settings()
			.retryPolicy()
			.pauseBeforeNext(new RetryPolicy.FailedAttempt(operation.name(), operation.effect(), this.made, failure));
	}

	private Duration left() {
		return Duration.ofNanos(Math.max(this.deadline - this.client.now(), 1));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
