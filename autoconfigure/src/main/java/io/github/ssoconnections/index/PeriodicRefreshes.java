// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Periodic refreshes of the accounts of an index, each on its own, with jitter and, after
 * a failure, with backoff. The calls of {@link #start()} and {@link #stop()} are
 * synchronized by the index.
 */
final class PeriodicRefreshes {

	private final List<AccountRefresher> refreshers;

	private final ConnectionIndexSettings settings;

	private final Clock clock;

	private final Supplier<Scheduler> scheduler;

	private final DoubleSupplier random;

	private volatile @Nullable Instant startedAt;

	private volatile @Nullable Disposable running;

	/**
	 * Create periodic refreshes, which are not started.
	 * @param refreshers the accounts
	 * @param settings the initial delay and the interval
	 * @param clock the clock
	 * @param scheduler supplies the scheduler at the start
	 * @param random supplies the jitter, from 0 to 1
	 */
	PeriodicRefreshes(List<AccountRefresher> refreshers, ConnectionIndexSettings settings, Clock clock,
			Supplier<Scheduler> scheduler, DoubleSupplier random) {
		this.refreshers = refreshers;
		this.settings = settings;
		this.clock = clock;
		this.scheduler = scheduler;
		this.random = random;
	}

	/**
	 * Start the refreshes, unless they are running or there is no account.
	 */
	void start() {
		if (this.running != null || this.refreshers.isEmpty()) {
			return;
		}
		this.startedAt = this.clock.instant();
		Disposable.Composite loops = Disposables.composite();
		this.refreshers.forEach((refresher) -> loops.add(refreshPeriodically(refresher, this.scheduler.get())));
		this.running = loops;
	}

	private Disposable refreshPeriodically(AccountRefresher refresher, Scheduler scheduler) {
		Duration firstDelay = times(this.settings.initialDelay(), this.random.getAsDouble());
		return refresher.refresh(scheduler)
			.then()
			// Recorded and logged by the account
			.onErrorResume((failure) -> Mono.empty())
			.repeatWhen((ends) -> ends.concatMap((end) -> Mono.delay(nextDelay(refresher.account()), scheduler)))
			.delaySubscription(firstDelay, scheduler)
			.subscribe();
	}

	private Duration nextDelay(IndexedAccount account) {
		return times(account.delay(this.settings.interval()), 0.9 + 0.2 * this.random.getAsDouble());
	}

	private static Duration times(Duration duration, double factor) {
		return Duration.ofMillis(Math.round(duration.toMillis() * factor));
	}

	/**
	 * Stop the refreshes. A refresh that is running is not cancelled.
	 */
	void stop() {
		Disposable running = this.running;
		if (running != null) {
			this.running = null;
			running.dispose();
		}
	}

	boolean isRunning() {
		return this.running != null;
	}

	/**
	 * Return when the refreshes were started.
	 * @return the time, {@code null} before the start
	 */
	@Nullable Instant startedAt() {
		return this.startedAt;
	}

}
