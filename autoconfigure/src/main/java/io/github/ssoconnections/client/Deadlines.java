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
 * The deadlines of what a client has under way, in their order, with one timer for all:
 * hardly any is reached, and a timer for each would cost a third of a call. The timer is
 * left to run when nothing is under way any more, as the next call most often comes
 * before its end.
 */
final class Deadlines {

	private final ClientTime time;

	private @Nullable Deadline first;

	private @Nullable Deadline last;

	private @Nullable Disposable timer;

	/**
	 * Whose timer it is: with another one, as after a shutdown of the first, it is lost.
	 */
	private @Nullable Scheduler scheduler;

	private long timerEnd;

	Deadlines(ClientTime time) {
		this.time = time;
	}

	/**
	 * Run a deadline when its time is over, unless it is removed before.
	 * @param deadline the deadline
	 * @param timeout the time from now on
	 */
	synchronized void add(Deadline deadline, Duration timeout) {
		Scheduler scheduler = this.time.scheduler();
		long now = this.time.currentTimeNanos();
		deadline.end = now + timeout.toNanos();
		// Most have the same time, and so go to the end
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
		// Each on its own: what one does at its end holds up no other
		due(scheduler, end).forEach(scheduler::schedule);
	}

	private synchronized List<Deadline> due(Scheduler scheduler, long end) {
		// One that was stopped too late has another after it
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
	 * What is to end in time: true once it is over. It runs when its time is over.
	 */
	abstract static class Deadline extends AtomicBoolean implements Runnable {

		private @Nullable Deadline previous;

		private @Nullable Deadline next;

		private long end;

	}

}
