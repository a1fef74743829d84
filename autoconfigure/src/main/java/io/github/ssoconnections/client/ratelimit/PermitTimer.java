// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Timer for the next attempt to acquire permits. Of several times for which it is
 * scheduled, the earliest counts. Not thread-safe.
 */
final class PermitTimer {

	private final TimeMeter clock;

	private final Supplier<Scheduler> scheduler;

	private final Runnable task;

	private @Nullable Disposable timer;

	private long timerAt;

	/**
	 * Create a timer.
	 * @param clock the clock
	 * @param scheduler supplies the scheduler for each use
	 * @param task the attempt, which begins with {@link #fired()}
	 */
	PermitTimer(TimeMeter clock, Supplier<Scheduler> scheduler, Runnable task) {
		this.clock = clock;
		this.scheduler = scheduler;
		this.task = task;
	}

	/**
	 * Schedule the attempt, unless it is scheduled for an earlier time.
	 * @param nanos the delay in nanoseconds
	 */
	void schedule(long nanos) {
		long at = this.clock.currentTimeNanos() + nanos;
		if (this.timer != null && !this.timer.isDisposed()) {
			if (this.timerAt - at <= 0) {
				return;
			}
			this.timer.dispose();
		}
		this.timerAt = at;
		this.timer = this.scheduler.get().schedule(this.task, nanos, TimeUnit.NANOSECONDS);
	}

	/**
	 * Handle that the attempt has begun, so that the next one can be scheduled.
	 */
	void fired() {
		this.timer = null;
	}

}
