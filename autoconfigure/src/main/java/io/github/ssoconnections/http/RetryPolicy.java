// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether, and after which pause, a failed attempt is repeated.
 */
@FunctionalInterface
public interface RetryPolicy {

	/**
	 * Return the pause before the next attempt.
	 * @param effect what the operation does at the vendor
	 * @param attempts the number of attempts made so far, 1 after the first
	 * @param failure how the last one failed
	 * @return the pause, or {@code null} to give up
	 */
	@Nullable Duration pauseBeforeNext(Effect effect, int attempts, SsoApiException failure);

	/**
	 * Return the default policy: reads only, on transient failures, 3 attempts in all,
	 * with full jitter.
	 * @return the default policy
	 */
	static RetryPolicy defaults() {
		return new JitteredRetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(2));
	}

	/**
	 * Return a policy that never repeats anything.
	 * @return the policy
	 */
	static RetryPolicy never() {
		return (effect, attempts, failure) -> null;
	}

}
