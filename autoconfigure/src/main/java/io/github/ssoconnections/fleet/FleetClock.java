// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The time, by two clocks, and randomness.
 *
 * @param clock the clock of the system, which also counts the time in which a virtual
 * machine is suspended, and may be set
 * @param nanos a clock that is never set
 * @param random random numbers from 0 to 1
 */
record FleetClock(Clock clock, LongSupplier nanos, DoubleSupplier random) {

	static FleetClock ofSystem() {
		return new FleetClock(Clock.systemUTC(), System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
	}

	/**
	 * Return a period of time that starts now.
	 */
	Period start(Duration length) {
		return new Period(this, this.clock.millis(), this.nanos.getAsLong(), length);
	}

	/**
	 * Return a duration that is up to a fifth shorter, and never longer.
	 */
	Duration jitter(Duration duration) {
		return Duration.ofNanos((long) (duration.toNanos() * (1 - 0.2 * this.random.getAsDouble())));
	}

	/**
	 * A period that has passed when it has by either of the clocks.
	 */
	record Period(FleetClock time, long startMillis, long startNanos, Duration length) {

		boolean hasPassed() {
			return elapsed().compareTo(this.length) >= 0;
		}

		Duration remaining() {
			return this.length.minus(elapsed());
		}

		Duration elapsed() {
			Duration nanos = Duration.ofNanos(this.time.nanos.getAsLong() - this.startNanos);
			Duration millis = Duration.ofMillis(this.time.clock.millis() - this.startMillis);
			return (nanos.compareTo(millis) > 0) ? nanos : millis;
		}

	}

}
