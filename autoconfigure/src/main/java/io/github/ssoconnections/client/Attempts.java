// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

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

	private final long deadline;

	private final int maxAttempts;

	private int made;

	/** Whether an earlier attempt may have done what a repeat then finds done. */
	private boolean perhapsDone;

	/** Whether the vendor has refused the credentials before, and another was used. */
	private boolean refused;

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
			.timeout(left(), this.client.time().scheduler())
			.onErrorMap(TimeoutException.class,
					(ex) -> this.client.exchange().failures().noAccess(this.call.operation()));
	}

	private Mono<T> acquire(ApiVendor.Credentials credentials) {
		RateLimiter.Permit permit = this.client.rateLimiter().tryAcquire(credentials.limit());
		if (permit != null) {
			return send(permit, credentials);
		}
		long asked = this.client.now();
		return this.client.rateLimiter()
			.acquire(credentials.limit(), this.deadline)
			.doOnNext((granted) -> this.client.listeners()
				.onWait(this.client.vendor().name(), this.call.operation().name(),
						Duration.ofNanos(this.client.now() - asked)))
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

	// The key may have changed while the call waited
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
		Duration timeout = min(left(), this.client.settings().responseTimeout());
		return this.client.exchange().run(this.call, credentials, timeout);
	}

	private Mono<T> failed(SsoApiException failure, ApiVendor.Credentials credentials) {
		if (failure instanceof SsoApiException.RateLimited) {
			this.client.rateLimiter().pause(failure.retryAfter());
		}
		ApiOperation<T> operation = this.call.operation();
		if (failure instanceof SsoApiException.Unauthorized
				&& this.client.vendor().rejected(credentials, this.refused)) {
			this.refused = true;
			// Not for the policy to count: it is about what may pass by itself
			this.made--;
			this.client.listeners().onRetry(this.client.vendor().name(), operation.name(), failure);
			return next();
		}
		if (failure instanceof SsoApiException.NotFound && this.perhapsDone) {
			T done = operation.withFallbackResult(this.call.ids());
			return (done != null) ? Mono.just(done) : Mono.error(failure);
		}
		Duration pause = mayRepeat(operation.effect(), failure) ? pause(failure) : null;
		if (pause == null || pause.compareTo(left()) >= 0 || !this.client.retryBudget().tryTake()) {
			return Mono.error(failure);
		}
		this.perhapsDone |= !failure.isRetryable();
		this.client.listeners().onRetry(this.client.vendor().name(), operation.name(), failure);
		return Mono.delay(pause, this.client.time().scheduler()).then(Mono.defer(this::next));
	}

	private boolean mayRepeat(Effect effect, SsoApiException failure) {
		return failure.isRetryable() || (!effect.leavesTraces() && failure instanceof SsoApiException.Unavailable);
	}

	private @Nullable Duration pause(SsoApiException failure) {
		if (this.made >= this.maxAttempts) {
			return null;
		}
		ApiOperation<T> operation = this.call.operation();
		return this.client.settings()
			.retryPolicy()
			.delayBeforeNextAttempt(
					new RetryPolicy.FailedAttempt(operation.name(), operation.effect(), this.made, failure));
	}

	private Duration left() {
		return Duration.ofNanos(Math.max(this.deadline - this.client.now(), 1));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
