// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Permits out of a bucket that several instances share. While the bucket does not answer
 * in time, this instance goes on with its own share.
 */
final class SharedPermits implements PermitSource {

	private static final Log logger = LogFactory.getLog(SharedPermits.class);

	/** How long the own share is used before the shared bucket is asked again. */
	private static final long FALLBACK_NANOS = TimeUnit.SECONDS.toNanos(5);

	/** Between two questions of one instance, so that many do not wear the store out. */
	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

	private final RateLimitSettings.Shared shared;

	private final RateLimit limit;

	private final LocalPermits ownShare;

	private final TimeMeter clock;

	private final Duration pause;

	private final AtomicBoolean down = new AtomicBoolean();

	private volatile long ownShareUntil;

	SharedPermits(RateLimitSettings.Shared shared, RateLimit limit, LocalPermits ownShare, TimeMeter clock) {
		this.shared = shared;
		this.limit = limit;
		this.ownShare = ownShare;
		this.clock = clock;
		this.ownShareUntil = clock.currentTimeNanos();
		Duration onePermit = limit.period().dividedBy(limit.limit());
		this.pause = (onePermit.compareTo(SHORTEST_PAUSE) > 0) ? onePermit : SHORTEST_PAUSE;
	}

	@Override
	public Mono<Taken> take(long wanted) {
		if (this.ownShareUntil - this.clock.currentTimeNanos() > 0) {
			return this.ownShare.take(wanted);
		}
		return Mono.fromFuture(() -> bucket().tryConsumeAsMuchAsPossible(wanted), true).map((permits) -> {
			answered();
			return new Taken(permits, this.pause);
		}).timeout(this.shared.timeout(), Schedulers.parallel()).onErrorResume((failure) -> {
			failed(failure);
			return this.ownShare.take(wanted);
		});
	}

	// Always a question to the store: what is at hand here says nothing of the others
	@Override
	public boolean tryTakeNow() {
		return false;
	}

	@Override
	public double remaining() {
		return Double.NaN;
	}

	private AsyncBucketProxy bucket() {
		// The limit is part of the name, as a stored bucket keeps the limit it was made
		// with
		String name = this.shared.name() + ":" + this.limit.limit() + ":" + this.limit.period().toMillis() + ":"
				+ this.limit.burst();
		return this.shared.buckets()
			.builder()
			.build(name, () -> CompletableFuture.completedFuture(this.limit.toBucket()));
	}

	private void answered() {
		if (this.down.compareAndSet(true, false)) {
			logger.info("The shared rate limit '" + this.shared.name() + "' answers again");
		}
	}

	private void failed(Throwable failure) {
		this.ownShareUntil = this.clock.currentTimeNanos() + FALLBACK_NANOS;
		if (this.down.compareAndSet(false, true)) {
			logger.warn("The shared rate limit '" + this.shared.name() + "' does not answer within "
					+ this.shared.timeout().toMillis() + " ms (" + failure.getClass().getSimpleName()
					+ "): going on with this instance's own share");
		}
	}

}
