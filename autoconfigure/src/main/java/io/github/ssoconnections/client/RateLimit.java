// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

import org.springframework.util.Assert;

/**
 * A vendor's limit: so many requests in any window of a length.
 *
 * @param limit the number of requests
 * @param period the length of the window
 * @param burst how many of them may go out at once after a time without any
 */
public record RateLimit(long limit, Duration period, long burst) {

	/** Kept free, as requests do not arrive as evenly as they go out. */
	private static final Duration JITTER = Duration.ofMillis(50);

	private static final int MAX_JITTER_PERCENT = 5;

	private static final int BURST_PERCENT = 5;

	public RateLimit {
		Assert.isTrue(limit >= 1, "'limit' must be at least 1");
		Assert.isTrue(period.toMillis() >= 1, "'period' must be at least 1 ms");
		Assert.isTrue(burst >= 1 && burst <= limit, "'burst' must be between 1 and the limit");
	}

	/**
	 * Return a limit of which a twentieth may go out at once.
	 * @param limit the number of requests
	 * @param period the length of the window
	 * @return the limit
	 */
	public static RateLimit of(long limit, Duration period) {
		return new RateLimit(limit, period, Math.max(limit * BURST_PERCENT / 100, 1));
	}

	/**
	 * Return the share of one out of several that use the limit without knowing of each
	 * other.
	 * @param instances how many there are
	 * @return the share
	 */
	RateLimit share(int instances) {
		if (instances > this.limit) {
			return new RateLimit(1, this.period.multipliedBy(instances).dividedBy(this.limit), 1);
		}
		return new RateLimit(Math.max(this.limit / instances, 1), this.period, Math.max(this.burst / instances, 1));
	}

	/**
	 * Return the bucket that keeps to the limit. A window sees at most what the bucket
	 * holds when it opens and what flows in until it closes: together they stay below the
	 * limit, where a bucket as large as the limit would let twice the limit through.
	 * @return the configuration of the bucket
	 */
	BucketConfiguration toBucket() {
		// In hundredths, as small limits have no whole permits to spare. The permit with
		// which a window opens full comes back after it has closed: hence the one
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
