// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.bucket4j.TimeMeter;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Virtual clock of one test, independent of the rest of the JVM.
 */
public final class VirtualTime {

	private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

	public Scheduler scheduler() {
		return this.scheduler;
	}

	public long nanos() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Return a clock that shows this time.
	 */
	public TimeMeter clock() {
		return new TimeMeter() {

			@Override
			public long currentTimeNanos() {
				return nanos();
			}

			@Override
			public boolean isWallClockBased() {
				return false;
			}

		};
	}

	public void pass(Duration time) {
		this.scheduler.advanceTimeBy(time);
	}

	/**
	 * Return a step that lets time pass.
	 */
	public Runnable passes(Duration time) {
		return () -> pass(time);
	}

	/**
	 * Subscribe, and go on when the time has passed, before whose last millisecond there
	 * must be no signal.
	 */
	public <T> StepVerifier.Step<T> endsAfter(Duration time, Publisher<T> call, Runnable... before) {
		AtomicBoolean ended = new AtomicBoolean();
		return StepVerifier.create(Flux.from(call).doOnEach((signal) -> ended.set(true))).then(() -> {
			for (Runnable step : before) {
				step.run();
			}
			pass(time.minusMillis(1));
			assertThat(ended).as("The end before " + time).isFalse();
			pass(Duration.ofMillis(1));
		});
	}

	/**
	 * Return how many tasks there are, or were, to be run at a time.
	 */
	public long scheduled() {
		return this.scheduler.getScheduledTaskCount();
	}

}
