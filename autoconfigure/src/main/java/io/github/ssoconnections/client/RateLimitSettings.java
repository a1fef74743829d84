// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a client keeps to a vendor's limit.
 *
 * @param enabled whether requests wait for a permit at all
 * @param limit the limit, or {@code null} for what the vendor allows the kind of key
 * @param instances how many instances there are: each keeps to its share where they know
 * nothing of each other
 * @param maxPause the longest time for which all calls stop when the vendor answers 429
 * @param maxWaitingCalls how many calls may wait for a permit at a time: further ones
 * fail at once
 * @param shared where several instances share one limit, and how
 */
public record RateLimitSettings(boolean enabled, @Nullable RateLimit limit, int instances, Duration maxPause,
		int maxWaitingCalls, @Nullable Shared shared) {

	private static final RateLimitSettings DEFAULTS = new RateLimitSettings(true, null, 1, Duration.ofSeconds(60),
			10_000, null);

	public RateLimitSettings {
		Assert.isTrue(instances >= 1, "'instances' must be at least 1");
		Assert.isTrue(!maxPause.isNegative() && maxPause.compareTo(Duration.ofDays(1)) <= 0,
				"'maxPause' must be between 0 and 1 day");
		Assert.isTrue(maxWaitingCalls >= 1, "'maxWaitingCalls' must be at least 1");
	}

	/**
	 * Return the default settings: the vendor's limit for the kind of key, within this
	 * process, pauses of 60 s at most, and at most 10,000 calls that wait.
	 * @return the defaults
	 */
	public static RateLimitSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return settings under which requests go out as they come, and only a 429 stops
	 * them.
	 * @return the settings
	 */
	public static RateLimitSettings disabled() {
		return new RateLimitSettings(false, null, 1, DEFAULTS.maxPause, DEFAULTS.maxWaitingCalls, null);
	}

	/**
	 * Return these settings with another limit.
	 * @param limit the limit, or {@code null} for the vendor's
	 * @return the settings
	 */
	public RateLimitSettings withLimit(@Nullable RateLimit limit) {
		return new RateLimitSettings(this.enabled, limit, this.instances, this.maxPause, this.maxWaitingCalls,
				this.shared);
	}

	/**
	 * Return these settings for one of several instances.
	 * @param instances how many instances there are
	 * @return the settings
	 */
	public RateLimitSettings withInstances(int instances) {
		return new RateLimitSettings(this.enabled, this.limit, instances, this.maxPause, this.maxWaitingCalls,
				this.shared);
	}

	/**
	 * Return these settings with another longest pause.
	 * @param maxPause the longest time for which all calls stop when the vendor answers
	 * 429
	 * @return the settings
	 */
	public RateLimitSettings withMaxPause(Duration maxPause) {
		return new RateLimitSettings(this.enabled, this.limit, this.instances, maxPause, this.maxWaitingCalls,
				this.shared);
	}

	/**
	 * Return these settings with another bound on the calls that wait.
	 * @param maxWaitingCalls how many calls may wait for a permit at a time
	 * @return the settings
	 */
	public RateLimitSettings withMaxWaitingCalls(int maxWaitingCalls) {
		return new RateLimitSettings(this.enabled, this.limit, this.instances, this.maxPause, maxWaitingCalls,
				this.shared);
	}

	/**
	 * Return these settings with a limit that several instances share.
	 * @param shared where and how, or {@code null} to share nothing
	 * @return the settings
	 */
	public RateLimitSettings withShared(@Nullable Shared shared) {
		return new RateLimitSettings(this.enabled, this.limit, this.instances, this.maxPause, this.maxWaitingCalls,
				shared);
	}

	/**
	 * A limit that several instances share.
	 *
	 * @param buckets where the bucket lives, such as Redis
	 * @param name the name of the bucket: one for each account
	 * @param timeout the time after which an instance goes on with its own share
	 */
	public record Shared(AsyncProxyManager<String> buckets, String name, Duration timeout) {

		public Shared {
			Assert.notNull(buckets, "'buckets' must not be null");
			Assert.hasText(name, "'name' must not be empty");
			Assert.isTrue(timeout.toMillis() >= 1, "'timeout' must be at least 1 ms");
		}

	}

}
