// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets requests go out as the vendor's limit allows, in order of arrival, and stops all
 * of them when the vendor says that there were too many: then one goes first, and the
 * rest follow when it has come back. No thread waits.
 */
final class RateLimiter {

	private static final Duration PAUSE_WITHOUT_ADVICE = Duration.ofSeconds(1);

	private final RateLimitSettings settings;

	private final ClientTime time;

	private final long probeNanos;

	private final Deque<Waiter> waiters = new ArrayDeque<>();

	private @Nullable RateLimit limit;

	private @Nullable PermitSource source;

	private long pausedUntil;

	private boolean closed;

	private @Nullable Permit probe;

	private long probeUntil;

	private boolean taking;

	private @Nullable Disposable wakeUp;

	private long wakeUpAt;

	RateLimiter(RateLimitSettings settings, Duration longestAttempt, ClientTime time) {
		this.settings = settings;
		this.time = time;
		this.pausedUntil = time.currentTimeNanos();
		this.probeNanos = longestAttempt.toNanos();
	}

	private long now() {
		return this.time.currentTimeNanos();
	}

	/**
	 * Return a permit if that needs no waiting.
	 * @param vendorLimit what the vendor allows
	 * @return the permit, or {@code null} to wait for one
	 */
	synchronized @Nullable Permit tryAcquire(RateLimit vendorLimit) {
		PermitSource source = source(vendorLimit);
		if (this.closed || !this.waiters.isEmpty() || (source != null && !source.tryTakeNow())) {
			return null;
		}
		return Permit.ORDINARY;
	}

	/**
	 * Wait for a permit.
	 * @param vendorLimit what the vendor allows
	 * @param deadline the time at which to give up
	 * @return the permit, or a {@link TimeoutException} at the deadline, or at once when
	 * there will be none until then, or a {@link QueueFullException} at once
	 */
	Mono<Permit> acquire(RateLimit vendorLimit, long deadline) {
		return Mono.create((sink) -> {
			Waiter waiter = new Waiter(sink);
			Exception rejection = enqueue(waiter, vendorLimit, deadline);
			if (rejection != null) {
				sink.error(rejection);
				return;
			}
			waiter.expiry = this.time.scheduler()
				.schedule(() -> expire(waiter), Math.max(deadline - now(), 0), TimeUnit.NANOSECONDS);
			sink.onDispose(() -> forget(waiter));
			drain();
		});
	}

	private synchronized @Nullable Exception enqueue(Waiter waiter, RateLimit vendorLimit, long deadline) {
		source(vendorLimit);
		if (this.pausedUntil - deadline >= 0) {
			return new TimeoutException();
		}
		if (this.waiters.size() >= this.settings.maxWaitingCalls()) {
			return new QueueFullException();
		}
		this.waiters.add(waiter);
		return null;
	}

	/**
	 * Stop every request, as the vendor has answered 429.
	 * @param retryAfter the time that the vendor asks for
	 */
	void pause(@Nullable Duration retryAfter) {
		Duration asked = (retryAfter != null) ? retryAfter : PAUSE_WITHOUT_ADVICE;
		Duration pause = (asked.compareTo(this.settings.maxPause()) < 0) ? asked : this.settings.maxPause();
		synchronized (this) {
			long until = now() + pause.toNanos();
			this.pausedUntil = (until - this.pausedUntil > 0) ? until : this.pausedUntil;
			this.closed = true;
			this.probe = null;
		}
		drain();
	}

	synchronized Duration pauseLeft() {
		return Duration.ofNanos(Math.max(this.pausedUntil - now(), 0));
	}

	synchronized double remaining() {
		return (this.source != null) ? this.source.remaining() : Double.NaN;
	}

	private @Nullable PermitSource source(RateLimit vendorLimit) {
		if (!this.settings.enabled()) {
			return null;
		}
		RateLimit wanted = (this.settings.limit() != null) ? this.settings.limit() : vendorLimit;
		if (!wanted.equals(this.limit)) {
			this.limit = wanted;
			LocalPermits ownShare = new LocalPermits(wanted.share(this.settings.instances()), this.time);
			this.source = (this.settings.shared() != null)
					? new SharedPermits(this.settings.shared(), wanted, ownShare, this.time) : ownShare;
		}
		return this.source;
	}

	private void expire(Waiter waiter) {
		boolean waiting;
		synchronized (this) {
			waiting = this.waiters.remove(waiter);
		}
		if (waiting) {
			waiter.sink.error(new TimeoutException());
		}
	}

	private void forget(Waiter waiter) {
		Permit unused;
		synchronized (this) {
			this.waiters.remove(waiter);
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
	 * Take note that a request has come back, whatever came of it.
	 * @param permit the permit with which it went out
	 */
	void release(Permit permit) {
		synchronized (this) {
			if (permit != this.probe) {
				return;
			}
			this.probe = null;
			this.closed = false;
		}
		drain();
	}

	private void drain() {
		PermitSource source;
		long wanted;
		synchronized (this) {
			if (this.taking || this.waiters.isEmpty() || !mayPass()) {
				return;
			}
			wanted = this.closed ? 1 : this.waiters.size();
			source = this.source;
			this.taking = true;
		}
		if (source == null) {
			grant(new PermitSource.Taken(wanted, Duration.ZERO));
			return;
		}
		source.take(wanted).subscribe(this::grant);
	}

	// While a probe is out, or the pause lasts, nobody passes: a timer looks again
	private boolean mayPass() {
		if (!this.closed) {
			return true;
		}
		long now = now();
		if (this.pausedUntil - now > 0) {
			wakeUpIn(this.pausedUntil - now);
			return false;
		}
		if (this.probe != null && this.probeUntil - now > 0) {
			wakeUpIn(this.probeUntil - now);
			return false;
		}
		return true;
	}

	private void grant(PermitSource.Taken taken) {
		List<Waiter> granted = new ArrayList<>();
		boolean more;
		synchronized (this) {
			this.taking = false;
			for (long left = taken.permits(); left > 0 && !this.waiters.isEmpty() && mayPass(); left--) {
				Waiter waiter = this.waiters.remove();
				waiter.permit = this.closed ? newProbe() : Permit.ORDINARY;
				granted.add(waiter);
			}
			more = !this.waiters.isEmpty() && mayPass();
			if (more && !taken.next().isZero()) {
				wakeUpIn(taken.next().toNanos());
				more = false;
			}
		}
		granted.forEach(this::deliver);
		if (more) {
			drain();
		}
	}

	private Permit newProbe() {
		Permit permit = new Permit();
		this.probe = permit;
		this.probeUntil = now() + this.probeNanos;
		return permit;
	}

	private void deliver(Waiter waiter) {
		Permit permit;
		synchronized (this) {
			permit = waiter.permit;
			waiter.delivered = true;
		}
		waiter.sink.success(permit);
	}

	private void wakeUpIn(long nanos) {
		long at = now() + nanos;
		if (this.wakeUp != null && !this.wakeUp.isDisposed()) {
			if (this.wakeUpAt - at <= 0) {
				return;
			}
			this.wakeUp.dispose();
		}
		this.wakeUpAt = at;
		this.wakeUp = this.time.scheduler().schedule(this::wokenUp, nanos, TimeUnit.NANOSECONDS);
	}

	private void wokenUp() {
		synchronized (this) {
			this.wakeUp = null;
		}
		drain();
	}

	/**
	 * Leave to send one request.
	 */
	static final class Permit {

		static final Permit ORDINARY = new Permit();

		private Permit() {
		}

	}

	/**
	 * As many calls wait for a permit as may.
	 */
	static final class QueueFullException extends Exception {

		private static final long serialVersionUID = 1L;

		QueueFullException() {
			super(null, null, false, false);
		}

	}

	private static final class Waiter {

		private final MonoSink<Permit> sink;

		private volatile @Nullable Disposable expiry;

		private @Nullable Permit permit;

		private boolean delivered;

		Waiter(MonoSink<Permit> sink) {
			this.sink = sink;
		}

	}

}
