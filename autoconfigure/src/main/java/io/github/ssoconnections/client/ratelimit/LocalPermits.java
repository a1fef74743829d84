// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import reactor.core.publisher.Mono;

/**
 * Permits out of a bucket of this process.
 */
final class LocalPermits implements PermitSource {

	/** The bucket may report zero, if a permit became available meanwhile. */
	private static final long MIN_WAIT_NANOS = 100_000;

	private final Bucket bucket;

	LocalPermits(RateLimit limit, TimeMeter clock) {
		LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(clock);
		for (Bandwidth bandwidth : limit.toBucket().getBandwidths()) {
			builder.addLimit(bandwidth);
		}
		this.bucket = builder.build();
	}

	@Override
	public Mono<Acquired> acquire(long wanted) {
		return Mono.fromSupplier(() -> acquireNow(wanted));
	}

	Acquired acquireNow(long wanted) {
		long permits = this.bucket.tryConsumeAsMuchAsPossible(wanted);
		if (permits == wanted) {
			return new Acquired(permits, Duration.ZERO);
		}
		long nanos = this.bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
		return new Acquired(permits, Duration.ofNanos(Math.max(nanos, MIN_WAIT_NANOS)));
	}

	@Override
	public boolean tryAcquire() {
		return this.bucket.tryConsume(1);
	}

	@Override
	public double remaining() {
		return this.bucket.getAvailableTokens();
	}

}
