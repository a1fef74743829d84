// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.fleet.FleetClock.Period;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A lock that is acquired as soon as it is free, and renewed as long as this instance
 * runs.
 * <p>
 * Time is measured from before the call that acquires or renews, and the lock counts as
 * lost after nine tenths of the time for which it is held at most: this instance never
 * takes it as held for longer than the provider does. A lock that is lost is not
 * released: another instance may hold it.
 */
final class RenewedLock implements FleetLock {

	private static final Log logger = LogFactory.getLog(RenewedLock.class);

	private final String name;

	private final Locks locks;

	private final Duration atMostFor;

	private final FleetClock clock;

	private final LockListeners listeners = new LockListeners();

	private volatile Consumer<Boolean> onHeldElsewhere = (before) -> {
	};

	private volatile @Nullable Holding holding;

	private volatile Scheduler.@Nullable Worker worker;

	private @Nullable Scheduler scheduler;

	private Disposable expiry = () -> {
	};

	// Used by the worker alone

	private @Nullable Period abstention;

	private int failures;

	private boolean heldElsewhere;

	private boolean renewable = true;

	RenewedLock(String name, Locks locks, Duration atMostFor, FleetClock clock) {
		this.name = name;
		this.locks = locks;
		this.atMostFor = atMostFor;
		this.clock = clock;
	}

	/**
	 * Start to acquire and renew the lock.
	 * @param scheduler the scheduler of the calls, which block
	 * @param delay the time until the first attempt
	 */
	synchronized void start(Scheduler scheduler, Duration delay) {
		if (this.worker == null) {
			this.scheduler = scheduler;
			this.worker = scheduler.createWorker();
			schedule(this::attempt, delay);
		}
	}

	/**
	 * Release the lock, and do not acquire it any more.
	 * @return the completion of the release
	 */
	Mono<Void> stop() {
		Scheduler.Worker worker = this.worker;
		if (worker == null) {
			return Mono.empty();
		}
		return Mono.<Void>create((sink) -> {
			this.worker = null;
			worker.schedule(() -> {
				giveUp();
				sink.success();
			});
		}).doFinally((signal) -> worker.dispose());
	}

	@Override
	public boolean isHeld() {
		Holding holding = this.holding;
		return holding != null && !holding.time().hasPassed();
	}

	@Override
	public void addListener(Listener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Set what to do after each attempt that found the lock held by another instance.
	 * @param callback the callback, which receives whether the attempt before did, too
	 */
	void onHeldElsewhere(Consumer<Boolean> callback) {
		this.onHeldElsewhere = callback;
	}

	@Override
	public void release() {
		schedule(() -> {
			giveUp();
			this.abstention = this.clock.start(this.atMostFor);
		}, Duration.ZERO);
	}

	private void attempt() {
		Duration delay;
		try {
			Holding holding = this.holding;
			delay = (holding != null) ? renew(holding) : acquire();
			this.failures = 0;
		}
		catch (VirtualMachineError ex) {
			throw ex;
		}
		catch (Throwable ex) {
			delay = fail(ex);
		}
		schedule(this::attempt, delay);
	}

	private Duration acquire() {
		Period abstention = this.abstention;
		if (abstention != null && !abstention.hasPassed()) {
			return abstention.remaining();
		}
		this.abstention = null;
		Period time = this.clock.start(this.atMostFor.multipliedBy(9).dividedBy(10));
		Optional<Locks.Held> held = this.locks.acquire(this.name, this.atMostFor);
		if (held.isEmpty()) {
			this.onHeldElsewhere.accept(this.heldElsewhere);
			this.heldElsewhere = true;
		}
		else if (!time.hasPassed()) {
			this.heldElsewhere = false;
			Holding holding = new Holding(held.get(), time);
			hold(null, holding);
			return this.renewable ? interval() : untilRelease(holding);
		}
		return interval();
	}

	private Duration renew(Holding holding) {
		if (holding.time().hasPassed()) {
			lose(holding);
			return Duration.ZERO;
		}
		if (!this.renewable) {
			giveUp();
			return Duration.ZERO;
		}
		Period time = this.clock.start(holding.time().length());
		Optional<Locks.Held> renewed;
		try {
			renewed = holding.lock().renew(this.atMostFor);
		}
		catch (UnsupportedOperationException ex) {
			this.renewable = false;
			logger.warn("The locks of the LockProvider cannot be extended: the lock " + this.name
					+ " is released and acquired again, which any instance may do, every "
					+ this.atMostFor.multipliedBy(4).dividedBy(5).toSeconds() + " s");
			return untilRelease(holding);
		}
		if (renewed.isEmpty() || holding.time().hasPassed() || time.hasPassed()) {
			lose(holding);
		}
		else {
			hold(holding, new Holding(renewed.get(), time));
		}
		return interval();
	}

	// Released rather than lost, because some providers renew what is not released
	private Duration untilRelease(Holding holding) {
		Duration time = holding.time().remaining().minus(this.atMostFor.dividedBy(10));
		return time.isNegative() ? Duration.ZERO : time;
	}

	private void giveUp() {
		Holding holding = this.holding;
		if (holding != null && !holding.time().hasPassed()) {
			lose(holding);
			try {
				holding.lock().release();
			}
			catch (RuntimeException ex) {
				logger.warn("The lock " + this.name + " could not be released, and ends by itself after "
						+ this.atMostFor.toSeconds() + " s: " + Excerpt.of(ex.toString(), 500));
			}
		}
	}

	private void hold(@Nullable Holding before, Holding holding) {
		synchronized (this) {
			if (this.holding != before) {
				return;
			}
			this.holding = holding;
			this.expiry.dispose();
			expireAfter(holding, holding.time().remaining());
		}
		if (before == null) {
			this.listeners.acquired();
		}
	}

	// On another thread than the calls, one of which may hang
	private void expireAfter(Holding holding, Duration time) {
		Scheduler scheduler = this.scheduler;
		if (scheduler != null) {
			this.expiry = scheduler.schedule(() -> {
				if (holding.time().hasPassed()) {
					lose(holding);
				}
				else {
					expireAfter(holding, holding.time().remaining());
				}
			}, Math.max(time.toNanos(), 0), TimeUnit.NANOSECONDS);
		}
	}

	private void lose(Holding holding) {
		synchronized (this) {
			if (this.holding != holding) {
				return;
			}
			this.holding = null;
			this.expiry.dispose();
		}
		this.listeners.lost();
	}

	private Duration fail(Throwable failure) {
		this.heldElsewhere = false;
		if (this.failures++ == 0) {
			logger.warn("The lock " + this.name + " could not be acquired or renewed, and no events of the account "
					+ "are published without it; retried with backoff: " + Excerpt.of(failure.toString(), 500));
		}
		logger.debug("The lock " + this.name + " could not be acquired or renewed", failure);
		Duration backoff = this.atMostFor.dividedBy(12).multipliedBy(1L << Math.min(this.failures - 1, 4));
		return this.clock.jitter((backoff.compareTo(this.atMostFor) < 0) ? backoff : this.atMostFor);
	}

	private Duration interval() {
		return this.clock.jitter(this.atMostFor.dividedBy(3));
	}

	private void schedule(Runnable task, Duration delay) {
		Scheduler.Worker worker = this.worker;
		if (worker != null) {
			try {
				worker.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
			}
			catch (RejectedExecutionException ex) {
				logger.debug("The lock " + this.name + " is not renewed after the stop", ex);
			}
		}
	}

	private record Holding(Locks.Held lock, Period time) {

	}

}
