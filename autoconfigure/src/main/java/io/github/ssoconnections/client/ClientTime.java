// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Clock and scheduler of a client.
 */
final class ClientTime implements TimeMeter {

	/**
	 * The JVM's clock and Reactor's parallel scheduler, which is looked up for each use:
	 * no thread is started before it is needed, and the scheduler may be replaced after a
	 * shutdown.
	 */
	static final ClientTime SYSTEM = new ClientTime(null);

	private final @Nullable Supplier<Scheduler> scheduler;

	private ClientTime(@Nullable Supplier<Scheduler> scheduler) {
		this.scheduler = scheduler;
	}

	/**
	 * Return a clock that follows a scheduler.
	 * @param scheduler supplies the scheduler for each use
	 * @return the clock
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
