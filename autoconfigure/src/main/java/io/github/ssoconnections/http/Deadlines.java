// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * The deadlines of what a client has under way, in their order, with one timer for all:
 * hardly any is reached, and a timer for each would cost a third of a call.
 */
final class Deadlines {

	private final TimeMeter clock;

	private @Nullable Deadline first;

	private @Nullable Deadline last;

	private @Nullable Disposable timer;

	private long timerEnd;

	Deadlines(TimeMeter clock) {
		this.clock = clock;
	}

	/**
	 * Run a deadline when its time is over, unless it is removed before.
	 * @param deadline the deadline
	 * @param timeout the time from now on
	 */
	synchronized void add(Deadline deadline, Duration timeout) {
		long now = this.clock.currentTimeNanos();
		deadline.end = now + timeout.toNanos();
		// Most have the same time, and so go to the end
		Deadline before = this.last;
		while (before != null && before.end - deadline.end > 0) {
			before = before.previous;
		}
		link(before, deadline);
		startTimer(deadline, now);
	}

	synchronized void remove(Deadline deadline) {
		if (deadline.previous != null || this.first == deadline) {
			unlink(deadline);
			if (this.first == null) {
				stopTimer();
			}
		}
	}

	private void stopTimer() {
		Disposable timer = this.timer;
		this.timer = null;
		if (timer != null) {
			timer.dispose();
		}
	}

	private void startTimer(Deadline deadline, long now) {
		if (this.timer == null || deadline.end - this.timerEnd < 0) {
			stopTimer();
			long end = deadline.end;
			this.timerEnd = end;
			this.timer = Schedulers.parallel()
				.schedule(() -> expire(end), Math.max(end - now, 0), TimeUnit.NANOSECONDS);
		}
	}

	private void expire(long end) {
		// Each on its own: what one does at its end holds up no other
		due(end).forEach(Schedulers.parallel()::schedule);
	}

	private synchronized List<Runnable> due(long end) {
		List<Runnable> due = new ArrayList<>();
		// The timer is right where the clock is behind it, as in tests with virtual time
		long now = end + Math.max(this.clock.currentTimeNanos() - end, 0);
		// A timer that was stopped too late has another after it
		if (this.timerEnd == end) {
			this.timer = null;
		}
		while (this.first != null && this.first.end - now <= 0) {
			due.add(this.first);
			unlink(this.first);
		}
		if (this.first != null && this.timer == null) {
			startTimer(this.first, now);
		}
		return due;
	}

	private void link(@Nullable Deadline before, Deadline deadline) {
		Deadline after = (before != null) ? before.next : this.first;
		deadline.previous = before;
		deadline.next = after;
		if (before != null) {
			before.next = deadline;
		}
		else {
			this.first = deadline;
		}
		if (after != null) {
			after.previous = deadline;
		}
		else {
			this.last = deadline;
		}
	}

	private void unlink(Deadline deadline) {
		Deadline before = deadline.previous;
		Deadline after = deadline.next;
		if (before != null) {
			before.next = after;
		}
		else {
			this.first = after;
		}
		if (after != null) {
			after.previous = before;
		}
		else {
			this.last = before;
		}
		deadline.previous = null;
		deadline.next = null;
	}

	/**
	 * What is to end in time: true once it is over. It runs when its time is over.
	 */
	abstract static class Deadline extends AtomicBoolean implements Runnable {

		private @Nullable Deadline previous;

		private @Nullable Deadline next;

		private long end;

	}

}
