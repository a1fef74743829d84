// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;

/**
 * Repeats reads after a pause drawn from zero to a bound that doubles each time, so that
 * callers that failed together do not come back together.
 */
final class JitteredRetryPolicy implements RetryPolicy {

	private final int maxAttempts;

	private final Duration first;

	private final Duration longest;

	JitteredRetryPolicy(int maxAttempts, Duration first, Duration longest) {
		this.maxAttempts = maxAttempts;
		this.first = first;
		this.longest = longest;
	}

	@Override
	public @Nullable Duration pauseBeforeNext(Effect effect, int attempts, SsoApiException failure) {
		if (effect != Effect.READ || attempts >= this.maxAttempts || !isTransient(failure)) {
			return null;
		}
		long bound = Math.min(this.first.toNanos() << (attempts - 1), this.longest.toNanos());
		Duration jitter = Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound + 1));
		// The vendor's wish is a lower bound: all of those it turned away hear the same
		// one
		return (failure.retryAfter() != null) ? failure.retryAfter().plus(jitter) : jitter;
	}

	private static boolean isTransient(SsoApiException failure) {
		return failure instanceof SsoApiException.Unavailable || failure instanceof SsoApiException.RateLimited;
	}

}
