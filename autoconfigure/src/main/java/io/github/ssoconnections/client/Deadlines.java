// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Timeouts of the attempts in flight, in order of expiration, with a single timer: few
 * attempts time out, and a timer for each would cost a third of a call. The timer keeps
 * running when no attempt is in flight, because the next call usually starts before it
 * fires.
 */
final class Deadlines {

	private final ClientTime time;

	private @Nullable Deadline first;

	private @Nullable Deadline last;

	private @Nullable Disposable timer;

	/**
	 * Scheduler of the timer, which is lost after a shutdown of the scheduler.
	 */
	private @Nullable Scheduler scheduler;

	private long timerEnd;

	Deadlines(ClientTime time) {
		this.time = time;
	}

	/**
	 * Run a deadline when it expires, unless it is removed before.
	 * @param deadline the deadline
	 * @param timeout the time until it expires
	 */
	synchronized void add(Deadline deadline, Duration timeout) {
		Scheduler scheduler = this.time.scheduler();
		long now = this.time.currentTimeNanos();
		deadline.end = now + timeout.toNanos();
		Deadline before = this.last;
		while (before != null && before.end - deadline.end > 0) {
			before = before.previous;
		}
		link(before, deadline);
		if (this.timer == null || this.scheduler != scheduler || deadline.end - this.timerEnd < 0) {
			startTimer(scheduler, deadline.end, timeout.toNanos());
		}
	}

	synchronized void remove(Deadline deadline) {
		if (deadline.previous != null || this.first == deadline) {
			unlink(deadline);
		}
	}

	synchronized boolean isEmpty() {
		return this.first == null;
	}

	private void startTimer(Scheduler scheduler, long end, long delay) {
		if (this.timer != null) {
			this.timer.dispose();
		}
		this.scheduler = scheduler;
		this.timerEnd = end;
		this.timer = scheduler.schedule(() -> expire(scheduler, end), delay, TimeUnit.NANOSECONDS);
	}

	private void expire(Scheduler scheduler, long end) {
		due(scheduler, end).forEach(scheduler::schedule);
	}

	private synchronized List<Deadline> due(Scheduler scheduler, long end) {
		if (this.scheduler != scheduler || this.timerEnd != end) {
			return List.of();
		}
		this.timer = null;
		long now = this.time.currentTimeNanos();
		List<Deadline> due = new ArrayList<>();
		while (this.first != null && this.first.end - now <= 0) {
			due.add(this.first);
			unlink(this.first);
		}
		Deadline next = this.first;
		if (next != null) {
			startTimer(scheduler, next.end, next.end - now);
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
	 * Task to run at its expiration. The flag is set once it is done.
	 */
	abstract static class Deadline extends AtomicBoolean implements Runnable {

		private @Nullable Deadline previous;

		private @Nullable Deadline next;

		private long end;

	}

}
