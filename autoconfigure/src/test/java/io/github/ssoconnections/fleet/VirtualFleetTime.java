// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * The virtual time of a fleet: each instance has a scheduler of its own, which can be
 * killed, and all of them advance together.
 */
public final class VirtualFleetTime {

	private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

	private final List<VirtualTimeScheduler> schedulers = new ArrayList<>();

	private Duration passed = Duration.ZERO;

	/** What passes by these clocks within a task. */
	private Duration pause = Duration.ZERO;

	private Duration suspension = Duration.ZERO;

	private double random;

	/**
	 * Return the scheduler of another instance.
	 */
	public VirtualTimeScheduler newScheduler() {
		VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
		scheduler.advanceTimeBy(this.passed);
		this.schedulers.add(scheduler);
		return scheduler;
	}

	/**
	 * End an instance, without a stop.
	 */
	public void kill(Scheduler scheduler) {
		this.schedulers.remove(scheduler);
		scheduler.dispose();
	}

	public void pass(Duration time) {
		Duration step = Duration.ofMillis(100);
		for (Duration rest = time; !rest.isZero();) {
			Duration next = (rest.compareTo(step) < 0) ? rest : step;
			this.passed = this.passed.plus(next);
			List.copyOf(this.schedulers).forEach((scheduler) -> scheduler.advanceTimeBy(next));
			rest = rest.minus(next);
		}
	}

	/**
	 * Let all clocks go on, as during a call that blocks.
	 */
	void block(Duration time) {
		this.pause = this.pause.plus(time);
	}

	/**
	 * Let the clock of the system go on, as while a virtual machine is suspended.
	 */
	void suspend(Duration time) {
		this.suspension = this.suspension.plus(time);
	}

	/**
	 * Let chance choose this, between 0 and 1, from now on.
	 */
	void random(double random) {
		this.random = random;
	}

	public Duration passed() {
		return this.passed.plus(this.pause);
	}

	public Clock clock() {
		return new VirtualClock();
	}

	FleetClock fleetClock() {
		return new FleetClock(clock(), () -> TimeUnit.MILLISECONDS.toNanos(passed().toMillis()), () -> this.random);
	}

	private final class VirtualClock extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return START.plus(passed()).plus(VirtualFleetTime.this.suspension);
		}

	}

}
