// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings of the rate limiter of a client.
 *
 * @param enabled whether requests need a permit
 * @param limit the limit, or {@code null} for the vendor's limit for the type of key
 * @param instances the number of instances, each of which uses its share of the limit
 * unless the limit is shared
 * @param maxPause the maximum time for which no request is sent after a 429
 * @param maxWaitingCalls the maximum number of calls that wait for a permit; further
 * calls fail immediately
 * @param shared the limit that several instances share, or {@code null}
 */
public record RateLimitSettings(boolean enabled, @Nullable RateLimit limit, int instances, Duration maxPause,
		int maxWaitingCalls, @Nullable Shared shared) {

	private static final RateLimitSettings DEFAULTS = new RateLimitSettings(true, null, 1, Duration.ofSeconds(60),
			10_000, null);

	private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(1);

	public RateLimitSettings {
		Assert.isTrue(instances >= 1, "'instances' must be at least 1");
		Assert.isTrue(!maxPause.isNegative() && maxPause.compareTo(Duration.ofDays(1)) <= 0,
				"'maxPause' must be between 0 and 1 day");
		Assert.isTrue(maxWaitingCalls >= 1, "'maxWaitingCalls' must be at least 1");
	}

	/**
	 * Return the default settings: the vendor's limit for the type of key, within this
	 * process, a maximum pause of 60 s, and at most 10,000 waiting calls.
	 * @return the defaults
	 */
	public static RateLimitSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return settings without a limit: requests pause after a 429 only.
	 * @return the settings
	 */
	public static RateLimitSettings disabled() {
		return new RateLimitSettings(false, null, 1, DEFAULTS.maxPause, DEFAULTS.maxWaitingCalls, null);
	}

	/**
	 * Return a copy of these settings with another limit.
	 * @param limit the limit, or {@code null} for the vendor's
	 * @return the settings
	 */
	public RateLimitSettings withLimit(@Nullable RateLimit limit) {
		return new RateLimitSettings(this.enabled, limit, this.instances, this.maxPause, this.maxWaitingCalls,
				this.shared);
	}

	/**
	 * Return a copy of these settings for one of several instances.
	 * @param instances the number of instances
	 * @return the settings
	 */
	public RateLimitSettings withInstances(int instances) {
		return new RateLimitSettings(this.enabled, this.limit, instances, this.maxPause, this.maxWaitingCalls,
				this.shared);
	}

	/**
	 * Return a copy of these settings with another maximum pause.
	 * @param maxPause the maximum time for which no request is sent after a 429
	 * @return the settings
	 */
	public RateLimitSettings withMaxPause(Duration maxPause) {
		return new RateLimitSettings(this.enabled, this.limit, this.instances, maxPause, this.maxWaitingCalls,
				this.shared);
	}

	/**
	 * Return a copy of these settings with another maximum number of waiting calls.
	 * @param maxWaitingCalls the maximum number of calls that wait for a permit
	 * @return the settings
	 */
	public RateLimitSettings withMaxWaitingCalls(int maxWaitingCalls) {
		return new RateLimitSettings(this.enabled, this.limit, this.instances, this.maxPause, maxWaitingCalls,
				this.shared);
	}

	/**
	 * Return a copy of these settings with a limit that several instances share.
	 * @param shared the shared limit, or {@code null} for a local one
	 * @return the settings
	 */
	public RateLimitSettings withShared(@Nullable Shared shared) {
		return new RateLimitSettings(this.enabled, this.limit, this.instances, this.maxPause, this.maxWaitingCalls,
				shared);
	}

	/**
	 * Return how long to pause after a 429.
	 * @param retryAfter the delay that the vendor requests, if it does
	 * @return the pause, at most the maximum
	 */
	Duration pause(@Nullable Duration retryAfter) {
		Duration requested = (retryAfter != null) ? retryAfter : DEFAULT_PAUSE;
		return (requested.compareTo(this.maxPause) < 0) ? requested : this.maxPause;
	}

	/**
	 * Rate limit that several instances share.
	 *
	 * @param buckets where the bucket is stored, such as in Redis
	 * @param name the name of the bucket: one for each account
	 * @param timeout the timeout after which an instance falls back to its share as local
	 * limit
	 */
	public record Shared(AsyncProxyManager<String> buckets, String name, Duration timeout) {

		public Shared {
			Assert.notNull(buckets, "'buckets' must not be null");
			Assert.hasText(name, "'name' must not be empty");
			Assert.isTrue(timeout.toMillis() >= 1, "'timeout' must be at least 1 ms");
		}

	}

}
