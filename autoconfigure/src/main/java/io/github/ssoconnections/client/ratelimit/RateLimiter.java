// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Rate limiter: grants permits in order of arrival, within the vendor's limit, to calls
 * in the background last. After a 429, all requests pause; then a single probe is sent,
 * and further requests follow its response. No thread is blocked.
 */
public final class RateLimiter {

	private final RateLimitSettings settings;

	private final TimeMeter clock;

	private final Supplier<Scheduler> scheduler;

	private final PauseGate gate;

	private final WaitingCalls waiting = new WaitingCalls();

	private @Nullable RateLimit limit;

	private @Nullable PermitSource source;

	private boolean acquiring;

	private @Nullable Disposable timer;

	private long timerAt;

	/**
	 * Create a rate limiter, without a thread or a bucket until the first call.
	 * @param settings the settings
	 * @param longestAttempt the time after which a probe is considered lost
	 * @param clock the clock
	 * @param scheduler supplies the scheduler for each use
	 */
	public RateLimiter(RateLimitSettings settings, Duration longestAttempt, TimeMeter clock,
			Supplier<Scheduler> scheduler) {
		this.settings = settings;
		this.clock = clock;
		this.scheduler = scheduler;
		this.gate = new PauseGate(clock, longestAttempt);
	}

	private long now() {
		return this.clock.currentTimeNanos();
	}

	/**
	 * Acquire a permit, if one is available immediately.
	 * @param vendorLimit the vendor's limit
	 * @param background whether the call yields to others
	 * @return the permit, or {@code null} if the call has to wait
	 */
	public synchronized @Nullable Permit tryAcquire(RateLimit vendorLimit, boolean background) {
		PermitSource source = source(vendorLimit);
		return (!this.gate.isClosed() && this.waiting.isEmptyBefore(background) && source.tryAcquire())
				? Permit.ORDINARY : null;
	}

	/**
	 * Acquire a permit, waiting until the deadline.
	 * @param vendorLimit the vendor's limit
	 * @param deadline the deadline by the clock
	 * @param background whether the call yields to others
	 * @return the permit; fails with a {@link TimeoutException} at the deadline, or
	 * immediately if a pause lasts longer, or with a {@link QueueFullException}
	 * immediately
	 */
	public Mono<Permit> acquire(RateLimit vendorLimit, long deadline, boolean background) {
		return Mono.create((sink) -> {
			WaitingCalls.Waiter waiter = new WaitingCalls.Waiter(sink, background);
			Exception rejection = enqueue(waiter, vendorLimit, deadline);
			if (rejection != null) {
				sink.error(rejection);
				return;
			}
			waiter.expiry = this.scheduler.get()
				.schedule(() -> expire(waiter), Math.max(deadline - now(), 0), TimeUnit.NANOSECONDS);
			sink.onDispose(() -> remove(waiter));
			drain();
		});
	}

	private synchronized @Nullable Exception enqueue(WaitingCalls.Waiter waiter, RateLimit vendorLimit, long deadline) {
		source(vendorLimit);
		if (this.gate.isPausedUntil(deadline)) {
			return new TimeoutException();
		}
		if (this.waiting.size() >= this.settings.maxWaitingCalls()) {
			return new QueueFullException();
		}
		this.waiting.add(waiter);
		return null;
	}

	/**
	 * Pause all requests, after a 429.
	 * @param retryAfter the delay that the vendor requests
	 */
	public void pause(@Nullable Duration retryAfter) {
		synchronized (this) {
			this.gate.close(this.settings.pause(retryAfter));
		}
		drain();
	}

	/**
	 * Return the time until the pause after a 429 ends.
	 * @return the time, zero without a pause
	 */
	public synchronized Duration pauseLeft() {
		return this.gate.pauseLeft();
	}

	/**
	 * Return the number of permits that are available.
	 * @return the number, {@code NaN} if it is not known
	 */
	public synchronized double remaining() {
		return (this.source != null) ? this.source.remaining() : Double.NaN;
	}

	private PermitSource source(RateLimit vendorLimit) {
		PermitSource source = this.source;
		RateLimit wanted = (this.settings.limit() != null) ? this.settings.limit() : vendorLimit;
		if (source == null || !wanted.equals(this.limit)) {
			source = createSource(wanted);
			this.limit = wanted;
			this.source = source;
		}
		return source;
	}

	private PermitSource createSource(RateLimit wanted) {
		if (!this.settings.enabled()) {
			return PermitSource.UNLIMITED;
		}
		LocalPermits localShare = new LocalPermits(wanted.share(this.settings.instances()), this.clock);
		return (this.settings.shared() != null)
				? new SharedPermits(this.settings.shared(), wanted, localShare, this.clock, this.scheduler)
				: localShare;
	}

	private void expire(WaitingCalls.Waiter waiter) {
		boolean waiting;
		synchronized (this) {
			waiting = this.waiting.remove(waiter);
		}
		if (waiting) {
			waiter.sink.error(new TimeoutException());
		}
	}

	private void remove(WaitingCalls.Waiter waiter) {
		Permit unused;
		synchronized (this) {
			this.waiting.remove(waiter);
			unused = waiter.delivered ? null : waiter.permit;
		}
		Disposable expiry = waiter.expiry;
		if (expiry != null) {
			expiry.dispose();
		}
		if (unused != null) {
			release(unused);
		}
	}

	/**
	 * Release a permit after the request has completed, successfully or not.
	 * @param permit the permit
	 */
	public void release(Permit permit) {
		synchronized (this) {
			if (!this.gate.release(permit)) {
				return;
			}
		}
		drain();
	}

	private void drain() {
		PermitSource source;
		long wanted;
		synchronized (this) {
			if (this.acquiring || this.waiting.size() == 0 || !isOpen()) {
				return;
			}
			wanted = this.gate.isClosed() ? 1 : this.waiting.size();
			source = Objects.requireNonNull(this.source);
			this.acquiring = true;
		}
		source.acquire(wanted).subscribe(this::grant);
	}

	private boolean isOpen() {
		long wait = this.gate.waitNanos();
		if (wait > 0) {
			scheduleDrain(wait);
		}
		return wait == 0;
	}

	private void grant(PermitSource.Acquired acquired) {
		List<WaitingCalls.Waiter> granted = new ArrayList<>();
		boolean more;
		synchronized (this) {
			this.acquiring = false;
			for (long left = acquired.permits(); left > 0 && this.waiting.size() > 0 && isOpen(); left--) {
				WaitingCalls.Waiter waiter = this.waiting.remove();
				waiter.permit = this.gate.pass();
				granted.add(waiter);
			}
			more = this.waiting.size() > 0 && isOpen();
			if (more && !acquired.next().isZero()) {
				scheduleDrain(acquired.next().toNanos());
				more = false;
			}
		}
		granted.forEach(this::deliver);
		if (more) {
			drain();
		}
	}

	private void deliver(WaitingCalls.Waiter waiter) {
		Permit permit;
		synchronized (this) {
			permit = waiter.permit;
			waiter.delivered = true;
		}
		waiter.sink.success(permit);
	}

	private void scheduleDrain(long nanos) {
		long at = now() + nanos;
		if (this.timer != null && !this.timer.isDisposed()) {
			if (this.timerAt - at <= 0) {
				return;
			}
			this.timer.dispose();
		}
		this.timerAt = at;
		this.timer = this.scheduler.get().schedule(this::timerFired, nanos, TimeUnit.NANOSECONDS);
	}

	private void timerFired() {
		synchronized (this) {
			this.timer = null;
		}
		drain();
	}

	/**
	 * Permit to send one request.
	 */
	public static final class Permit {

		/** Permit that need not be released. */
		public static final Permit ORDINARY = new Permit();

		Permit() {
		}

	}

	/**
	 * The maximum number of calls is waiting for a permit.
	 */
	public static final class QueueFullException extends Exception {

		private static final long serialVersionUID = 1L;

		QueueFullException() {
			super(null, null, false, false);
		}

	}

}
