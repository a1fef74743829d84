// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Permits of a bucket that several instances share. While the bucket is unavailable, this
 * instance falls back to its local share. Not for concurrent use.
 */
final class SharedPermits implements PermitSource {

	private static final Log logger = LogFactory.getLog(SharedPermits.class);

	/** Time of the fallback before the shared bucket is tried again. */
	private static final long FALLBACK_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final RateLimitSettings.Shared shared;

	private final RateLimit limit;

	private final LocalPermits localShare;

	private final TimeMeter clock;

	private final Supplier<Scheduler> scheduler;

	private final AsyncBucketProxy bucket;

	/** Number of permits that is worth a request. */
	private final long batch;

	private final long minDelay;

	private final long maxDelay;

	private volatile long delay;

	private volatile long nextRequestAt;

	private volatile boolean down;

	private volatile long localUntil;

	SharedPermits(RateLimitSettings.Shared shared, RateLimit limit, LocalPermits localShare, TimeMeter clock,
			Supplier<Scheduler> scheduler) {
		this.shared = shared;
		this.limit = limit;
		this.localShare = localShare;
		this.clock = clock;
		this.scheduler = scheduler;
		// A stored bucket keeps its limit: another limit needs another name
		String name = shared.name() + ":" + limit.limit() + ":" + limit.period().toMillis() + ":" + limit.burst();
		this.bucket = shared.buckets().builder().build(name, () -> CompletableFuture.completedFuture(limit.toBucket()));
		this.batch = Math.max(limit.burst() / 10, 1);
		this.minDelay = limit.period().dividedBy(limit.limit()).multipliedBy(this.batch).toNanos();
		this.maxDelay = Math.max(limit.period().toNanos() / 10, this.minDelay);
		this.delay = this.minDelay;
		this.nextRequestAt = clock.currentTimeNanos();
		this.localUntil = this.nextRequestAt;
	}

	@Override
	public Mono<Acquired> acquire(long wanted) {
		long now = this.clock.currentTimeNanos();
		long early = this.nextRequestAt - now;
		if (early > 0) {
			return this.down ? this.localShare.acquire(wanted) : Mono.just(new Acquired(0, Duration.ofNanos(early)));
		}
		if (!this.down && this.localUntil - now <= 0) {
			return request(wanted, 0);
		}
		// Other instances may still use their local shares: stay within ours
		Acquired own = this.localShare.acquireNow(wanted);
		return (own.permits() > 0) ? request(own.permits(), own.permits()) : Mono.just(own);
	}

	private Mono<Acquired> request(long wanted, long own) {
		// A failure as a value, because a late one would be logged as dropped error
		return Mono.fromFuture(() -> this.bucket.tryConsumeAsMuchAsPossible(wanted).handle(Response::new), true)
			// Downstream operators must not run on a thread of the store
			.publishOn(this.scheduler.get())
			.timeout(this.shared.timeout(), this.scheduler.get())
			.onErrorResume((failure) -> Mono.just(new Response(null, failure)))
			.map((response) -> (response.permits() != null) ? responded(wanted, response.permits())
					: failed(wanted, own, response.failure()));
	}

	@Override
	public boolean tryAcquire() {
		return false;
	}

	@Override
	public double remaining() {
		return Double.NaN;
	}

	private Acquired responded(long wanted, long permits) {
		long now = this.clock.currentTimeNanos();
		if (this.down) {
			this.down = false;
			this.localUntil = now + 2 * FALLBACK_NANOS;
			logger.info("The shared rate limit '" + this.shared.name() + "' is available again");
		}
		if (permits < Math.min(wanted, this.batch)) {
			this.delay = Math.min(this.delay * 2, this.maxDelay);
		}
		else if (permits >= 2 * this.batch) {
			this.delay = Math.max(this.delay * this.batch / permits, this.minDelay);
		}
		long next = (permits < wanted) ? jittered(this.delay) : 0;
		this.nextRequestAt = now + next;
		return new Acquired(permits, Duration.ofNanos(next));
	}

	private static long jittered(long nanos) {
		return nanos - nanos / 4 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1);
	}

	private Acquired failed(long wanted, long own, @Nullable Throwable failure) {
		this.nextRequestAt = this.clock.currentTimeNanos() + FALLBACK_NANOS;
		if (!this.down) {
			this.down = true;
			logger.warn("The shared rate limit '" + this.shared.name() + "' did not respond within "
					+ this.shared.timeout().toMillis() + " ms (" + name(failure)
					+ "): falling back to the local limit of this instance");
		}
		return (own > 0) ? new Acquired(own, Duration.ZERO) : this.localShare.acquireNow(wanted);
	}

	private static String name(@Nullable Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return (cause != null) ? cause.getClass().getSimpleName() : "no response";
	}

	private record Response(@Nullable Long permits, @Nullable Throwable failure) {
	}

}
