// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Decides after which pause, if at all, a call is attempted again. It is asked only where
 * a repeat can do no harm: for a read or a delete that failed for a while, and for a
 * create or a patch that the vendor has certainly not processed. The deadline of the call
 * and the retry budget of the client have the last word.
 */
@FunctionalInterface
public interface RetryPolicy {

	/**
	 * Return the pause before the next attempt.
	 * @param failed what failed
	 * @return the pause, or {@code null} to give up
	 */
	@Nullable Duration delayBeforeNextAttempt(FailedAttempt failed);

	/**
	 * Return the default policy: 3 attempts in all, with pauses drawn from 0 to 200 ms
	 * and from 0 to 400 ms.
	 * @return the default policy
	 */
	static RetryPolicy defaults() {
		return jittered(3, Duration.ofMillis(200), Duration.ofSeconds(2));
	}

	/**
	 * Return a policy that never repeats anything.
	 * @return the policy
	 */
	static RetryPolicy never() {
		return (failed) -> null;
	}

	/**
	 * Return a policy whose pauses are drawn from zero to a bound that doubles each time,
	 * so that callers that failed together do not come back together. Where the vendor
	 * asks for a time, the pause is drawn on top of it.
	 * @param maxAttempts the number of attempts in all
	 * @param first the bound of the first pause
	 * @param longest the bound that later ones do not exceed
	 * @return the policy
	 */
	static RetryPolicy jittered(int maxAttempts, Duration first, Duration longest) {
		Assert.isTrue(maxAttempts >= 1, "'maxAttempts' must be at least 1");
		return (failed) -> {
			if (failed.attempts() >= maxAttempts) {
				return null;
			}
			int doublings = Math.min(failed.attempts() - 1, 30);
			long bound = Math.min(first.toNanos() << doublings, longest.toNanos());
			Duration jitter = Duration.ofNanos(ThreadLocalRandom.current().nextLong(Math.max(bound, 0) + 1));
			Duration asked = failed.failure().retryAfter();
			return (asked != null) ? asked.plus(jitter) : jitter;
		};
	}

	/**
	 * An attempt that failed.
	 *
	 * @param operation the name of the operation
	 * @param effect what the operation does at the vendor
	 * @param attempts the number of attempts made so far, 1 after the first
	 * @param failure how this one failed
	 */
	record FailedAttempt(String operation, Effect effect, int attempts, SsoApiException failure) {
	}

}
