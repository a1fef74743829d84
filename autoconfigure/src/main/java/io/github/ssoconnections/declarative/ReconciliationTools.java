// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Clock;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.fleet.Locks;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What every {@link Reconciliation} uses.
 */
public final class ReconciliationTools {

	private final Clock clock;

	private final ApplyLocks locks;

	private ReconciliationTools(Clock clock, ApplyLocks locks) {
		this.clock = clock;
		this.locks = locks;
	}

	/**
	 * Create the tools.
	 * @param clock the clock
	 * @param locks the locks that all instances share, {@code null} for a lock within
	 * this process only
	 * @param settings the names and the time of the shared locks
	 * @return the tools
	 */
	public static ReconciliationTools create(Clock clock, @Nullable Locks locks, FleetSettings settings) {
		return create(clock, locks, settings, Schedulers.parallel(), Schedulers.boundedElastic());
	}

	static ReconciliationTools create(Clock clock, @Nullable Locks locks, FleetSettings settings, Scheduler timer,
			Scheduler blocking) {
		Assert.notNull(clock, "'clock' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		return new ReconciliationTools(clock, new ApplyLocks(locks, settings, timer, blocking));
	}

	Clock clock() {
		return this.clock;
	}

	ApplyLocks locks() {
		return this.locks;
	}

}
