// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

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

	/** Where the bucket says none at all, a permit has come while it was asked. */
	private static final long SHORTEST_WAIT_NANOS = 100_000;

	private final Bucket bucket;

	LocalPermits(RateLimit limit, TimeMeter clock) {
		LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(clock);
		for (Bandwidth bandwidth : limit.toBucket().getBandwidths()) {
			builder.addLimit(bandwidth);
		}
		this.bucket = builder.build();
	}

	@Override
	public Mono<Taken> take(long wanted) {
		return Mono.fromSupplier(() -> takeNow(wanted));
	}

	Taken takeNow(long wanted) {
		long permits = this.bucket.tryConsumeAsMuchAsPossible(wanted);
		if (permits == wanted) {
			return new Taken(permits, Duration.ZERO);
		}
		long nanos = this.bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
		return new Taken(permits, Duration.ofNanos(Math.max(nanos, SHORTEST_WAIT_NANOS)));
	}

	@Override
	public boolean tryTakeNow() {
		return this.bucket.tryConsume(1);
	}

	@Override
	public double remaining() {
		return this.bucket.getAvailableTokens();
	}

}
