// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Decides whether a call is retried, and after which delay. It is invoked only if a retry
 * is safe: for a read or a delete after a transient failure, and for a create or a patch
 * that the vendor has certainly not processed. The call timeout and the retry budget of
 * the client take precedence.
 */
@FunctionalInterface
public interface RetryPolicy {

	/**
	 * Return the delay before the next attempt.
	 * @param failed the failed attempt
	 * @return the delay, or {@code null} for no retry
	 */
	@Nullable Duration delayBeforeNextAttempt(FailedAttempt failed);

	/**
	 * Return the default policy: 3 attempts, with random delays of 0 to 200 ms and 0 to
	 * 400 ms.
	 * @return the default policy
	 */
	static RetryPolicy defaults() {
		return jittered(3, Duration.ofMillis(200), Duration.ofSeconds(2));
	}

	/**
	 * Return a policy without retries.
	 * @return the policy
	 */
	static RetryPolicy never() {
		return (failed) -> null;
	}

	/**
	 * Return a policy with exponential backoff and full jitter: a random delay between
	 * zero and a bound that doubles with each retry. A delay requested by the vendor is
	 * added.
	 * @param maxAttempts the maximum number of attempts
	 * @param initialBackoff the bound of the first delay
	 * @param maxBackoff the maximum bound
	 * @return the policy
	 */
	static RetryPolicy jittered(int maxAttempts, Duration initialBackoff, Duration maxBackoff) {
		Assert.isTrue(maxAttempts >= 1, "'maxAttempts' must be at least 1");
		return (failed) -> {
			if (failed.attempts() >= maxAttempts) {
				return null;
			}
			int doublings = Math.min(failed.attempts() - 1, 30);
			long bound = Math.min(initialBackoff.toNanos() << doublings, maxBackoff.toNanos());
			Duration jitter = Duration.ofNanos(ThreadLocalRandom.current().nextLong(Math.max(bound, 0) + 1));
			Duration requested = failed.failure().retryAfter();
			return (requested != null) ? requested.plus(jitter) : jitter;
		};
	}

	/**
	 * Failed attempt of a call.
	 *
	 * @param operation the name of the operation
	 * @param effect what the operation does at the vendor
	 * @param attempts the number of attempts so far, 1 after the first
	 * @param failure the failure of this attempt
	 */
	record FailedAttempt(String operation, Effect effect, int attempts, SsoApiException failure) {
	}

}
