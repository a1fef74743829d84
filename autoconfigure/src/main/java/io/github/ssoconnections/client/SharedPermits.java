// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.distributed.AsyncBucketProxy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Permits out of a bucket that several instances share. While the bucket does not answer
 * in time, this instance goes on with its own share. Asked by one caller at a time.
 */
final class SharedPermits implements PermitSource {

	private static final Log logger = LogFactory.getLog(SharedPermits.class);

	/** How long the own share is used before the shared bucket is asked again. */
	private static final long FALLBACK_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final RateLimitSettings.Shared shared;

	private final RateLimit limit;

	private final LocalPermits ownShare;

	private final ClientTime time;

	private final AsyncBucketProxy bucket;

	/** As many permits as are worth a question. */
	private final long batch;

	private final long shortestPause;

	private final long longestPause;

	private volatile long pause;

	private volatile long askAgainAt;

	private volatile boolean down;

	private volatile long ownShareUntil;

	SharedPermits(RateLimitSettings.Shared shared, RateLimit limit, LocalPermits ownShare, ClientTime time) {
		this.shared = shared;
		this.limit = limit;
		this.ownShare = ownShare;
		this.time = time;
		// The limit is part of the name, as a stored bucket keeps the limit it was made
		// with
		String name = shared.name() + ":" + limit.limit() + ":" + limit.period().toMillis() + ":" + limit.burst();
		this.bucket = shared.buckets().builder().build(name, () -> CompletableFuture.completedFuture(limit.toBucket()));
		this.batch = Math.max(limit.burst() / 10, 1);
		this.shortestPause = limit.period().dividedBy(limit.limit()).multipliedBy(this.batch).toNanos();
		this.longestPause = Math.max(limit.period().toNanos() / 10, this.shortestPause);
		this.pause = this.shortestPause;
		this.askAgainAt = time.currentTimeNanos();
		this.ownShareUntil = this.askAgainAt;
	}

	@Override
	public Mono<Taken> take(long wanted) {
		long now = this.time.currentTimeNanos();
		long early = this.askAgainAt - now;
		if (early > 0) {
			return this.down ? this.ownShare.take(wanted) : Mono.just(new Taken(0, Duration.ofNanos(early)));
		}
		if (!this.down && this.ownShareUntil - now <= 0) {
			return ask(wanted, 0);
		}
		// Instances notice one after the other that the bucket answers again: until all
		// have, they stay within their shares
		Taken own = this.ownShare.takeNow(wanted);
		return (own.permits() > 0) ? ask(own.permits(), own.permits()) : Mono.just(own);
	}

	private Mono<Taken> ask(long wanted, long own) {
		// The answer need not be awaited, nor can it be stopped: a failure is a value, as
		// one that comes late would be logged as an error that nobody handles
		return Mono.fromFuture(() -> this.bucket.tryConsumeAsMuchAsPossible(wanted).handle(Answer::new), true)
			// What follows, up to filters of the application, is not for a thread of the
			// store
			.publishOn(this.time.scheduler())
			.timeout(this.shared.timeout(), this.time.scheduler())
			.onErrorResume((failure) -> Mono.just(new Answer(null, failure)))
			.map((answer) -> (answer.permits() != null) ? answered(wanted, answer.permits())
					: failed(wanted, own, answer.failure()));
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

	private Taken answered(long wanted, long permits) {
		long now = this.time.currentTimeNanos();
		if (this.down) {
			this.down = false;
			this.ownShareUntil = now + 2 * FALLBACK_NANOS;
			logger.info("The shared rate limit '" + this.shared.name() + "' answers again");
		}
		// The more instances want permits, the fewer each finds, and the longer it waits
		// for a batch: together they ask as often as one would alone
		if (permits < Math.min(wanted, this.batch)) {
			this.pause = Math.min(this.pause * 2, this.longestPause);
		}
		else if (permits >= 2 * this.batch) {
			this.pause = Math.max(this.pause * this.batch / permits, this.shortestPause);
		}
		long next = (permits < wanted) ? jittered(this.pause) : 0;
		this.askAgainAt = now + next;
		return new Taken(permits, Duration.ofNanos(next));
	}

	private static long jittered(long nanos) {
		return nanos - nanos / 4 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1);
	}

	private Taken failed(long wanted, long own, @Nullable Throwable failure) {
		this.askAgainAt = this.time.currentTimeNanos() + FALLBACK_NANOS;
		if (!this.down) {
			this.down = true;
			logger.warn("The shared rate limit '" + this.shared.name() + "' does not answer within "
					+ this.shared.timeout().toMillis() + " ms (" + name(failure)
					+ "): going on with this instance's own share");
		}
		return (own > 0) ? new Taken(own, Duration.ZERO) : this.ownShare.takeNow(wanted);
	}

	private static String name(@Nullable Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return (cause != null) ? cause.getClass().getSimpleName() : "no answer";
	}

	private record Answer(@Nullable Long permits, @Nullable Throwable failure) {
	}

}
