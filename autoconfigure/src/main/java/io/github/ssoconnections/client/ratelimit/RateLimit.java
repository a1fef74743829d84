// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

import org.springframework.util.Assert;

/**
 * Rate limit of a vendor: a number of requests in any window of a given length.
 *
 * @param limit the number of requests
 * @param period the length of the window
 * @param burst the number of requests that may be sent at once after an idle time
 */
public record RateLimit(long limit, Duration period, long burst) {

	/** Reserve, because requests arrive less evenly than they are sent. */
	private static final Duration JITTER = Duration.ofMillis(50);

	private static final int MAX_JITTER_PERCENT = 5;

	private static final int BURST_PERCENT = 5;

	public RateLimit {
		Assert.isTrue(limit >= 1, "'limit' must be at least 1");
		Assert.isTrue(period.toMillis() >= 1, "'period' must be at least 1 ms");
		Assert.isTrue(burst >= 1 && burst <= limit, "'burst' must be between 1 and the limit");
	}

	/**
	 * Return a limit with a burst of a twentieth.
	 * @param limit the number of requests
	 * @param period the length of the window
	 * @return the limit
	 */
	public static RateLimit of(long limit, Duration period) {
		return new RateLimit(limit, period, Math.max(limit * BURST_PERCENT / 100, 1));
	}

	/**
	 * Return the share of one of several instances that do not coordinate.
	 * @param instances the number of instances
	 * @return the share
	 */
	RateLimit share(int instances) {
		if (instances > this.limit) {
			return new RateLimit(1, this.period.multipliedBy(instances).dividedBy(this.limit), 1);
		}
		return new RateLimit(Math.max(this.limit / instances, 1), this.period, Math.max(this.burst / instances, 1));
	}

	/**
	 * Return the bucket for the limit. A window sees at most the capacity plus the refill
	 * of one period: together they stay below the limit. A bucket with the limit as
	 * capacity would admit twice the limit in one window.
	 * <p>
	 * The refill is computed in hundredths of a permit, for small limits. The first
	 * permit of a full bucket is refilled after the window: hence {@code burst - 1}.
	 * @return the configuration of the bucket
	 */
	BucketConfiguration toBucket() {
		long used = 100 - jitterPercent();
		long refill = Math.max(used * this.limit - 100 * (this.burst - 1), used);
		Bandwidth bandwidth = Bandwidth.builder()
			.capacity(this.burst)
			.refillGreedy(refill, this.period.multipliedBy(100))
			.build();
		return BucketConfiguration.builder().addLimit(bandwidth).build();
	}

	private long jitterPercent() {
		long percent = 100 * JITTER.toMillis() / this.period.toMillis();
		return Math.min(Math.max(percent, 1), MAX_JITTER_PERCENT);
	}

}
