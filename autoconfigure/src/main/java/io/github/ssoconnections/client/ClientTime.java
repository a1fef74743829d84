// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The time of a client: its clock, and what waits by it.
 */
final class ClientTime implements TimeMeter {

	/**
	 * The clock of the JVM and the timers of Reactor, which are looked up each time: no
	 * thread is made before one is needed, and after a shutdown there are others.
	 */
	static final ClientTime SYSTEM = new ClientTime(null);

	private final @Nullable Supplier<Scheduler> scheduler;

	private ClientTime(@Nullable Supplier<Scheduler> scheduler) {
		this.scheduler = scheduler;
	}

	/**
	 * Return a time that passes as that of a scheduler does.
	 * @param scheduler gives the scheduler whenever it is needed
	 * @return the time
	 */
	static ClientTime of(Supplier<Scheduler> scheduler) {
		return new ClientTime(scheduler);
	}

	Scheduler scheduler() {
		Supplier<Scheduler> scheduler = this.scheduler;
		return (scheduler != null) ? scheduler.get() : Schedulers.parallel();
	}

	@Override
	public long currentTimeNanos() {
		Supplier<Scheduler> scheduler = this.scheduler;
		return (scheduler != null) ? scheduler.get().now(TimeUnit.NANOSECONDS) : System.nanoTime();
	}

	@Override
	public boolean isWallClockBased() {
		return false;
	}

}
