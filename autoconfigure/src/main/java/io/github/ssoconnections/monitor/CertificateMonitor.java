// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.lint.CertificateLint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;

/**
 * Watches the signing certificates of all connections: reads them every now and then, and
 * publishes {@link CertificateExpiring}, {@link CertificateExpired} and
 * {@link CertificatesChanged}. It starts and stops with the application context; before,
 * it has no thread and sends nothing.
 * <p>
 * Each account has sweeps of its own, one at a time. After one that failed, what was
 * known stays, and the next one comes sooner: after a minute, then after two, four and so
 * on, until the interval is reached. Every instance of the application makes its own
 * sweeps; chance keeps them apart.
 */
public final class CertificateMonitor implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(CertificateMonitor.class);

	private final List<CatalogWatch> watches;

	private final CertificateMonitorSettings settings;

	private final Clock clock;

	private final Supplier<Scheduler> scheduler;

	private final DoubleSupplier random;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private volatile @Nullable Instant startedAt;

	private volatile @Nullable Disposable running;

	/**
	 * Create a monitor. Outside of an application context, {@link #start()} it.
	 * @param catalogs the accounts to watch
	 * @param settings the settings
	 * @param publisher who is told
	 */
	public CertificateMonitor(List<? extends ConnectionCatalog> catalogs, CertificateMonitorSettings settings,
			ApplicationEventPublisher publisher) {
		this(catalogs, settings, publisher, Clock.systemUTC(), CertificateMonitor::newScheduler,
				() -> ThreadLocalRandom.current().nextDouble());
	}

	CertificateMonitor(List<? extends ConnectionCatalog> catalogs, CertificateMonitorSettings settings,
			ApplicationEventPublisher publisher, Clock clock, Supplier<Scheduler> scheduler, DoubleSupplier random) {
		Assert.notNull(catalogs, "'catalogs' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(publisher, "'publisher' must not be null");
		this.watches = catalogs.stream()
			.map((catalog) -> new CatalogWatch(catalog, settings.thresholds(), publisher, clock))
			.toList();
		this.settings = settings;
		this.clock = clock;
		this.scheduler = scheduler;
		this.random = random;
	}

	// Listeners to the events may block
	private static Scheduler newScheduler() {
		return Schedulers.newBoundedElastic(1, Integer.MAX_VALUE, "sso-certificate-monitor", 60, true);
	}

	@Override
	public synchronized void start() {
		if (this.running != null || this.watches.isEmpty()) {
			return;
		}
		this.startedAt = this.clock.instant();
		Scheduler scheduler = this.scheduler.get();
		Disposable.Composite loops = Disposables.composite();
		this.watches.forEach((watch) -> loops.add(sweepAgainAndAgain(watch, scheduler)));
		this.running = () -> {
			loops.dispose();
			scheduler.dispose();
		};
	}

	@Override
	public synchronized void stop() {
		Disposable running = this.running;
		if (running != null) {
			this.running = null;
			running.dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

	/**
	 * Return what is known now, without asking anybody.
	 * @return the report
	 */
	public CertificateReport report() {
		return CertificateReport.of(this.watches, this.clock.instant(), this.settings.thresholds());
	}

	List<CatalogWatch> watches() {
		return this.watches;
	}

	CertificateLint.Thresholds thresholds() {
		return this.settings.thresholds();
	}

	Clock clock() {
		return this.clock;
	}

	@Nullable Instant startedAt() {
		return this.startedAt;
	}

	/**
	 * Call back after each sweep, whatever came of it.
	 * @param listener the listener
	 */
	void onSweep(Runnable listener) {
		this.listeners.add(listener);
	}

	private Disposable sweepAgainAndAgain(CatalogWatch watch, Scheduler scheduler) {
		Duration firstPause = times(this.settings.initialDelay(), this.random.getAsDouble());
		return watch.sweep(scheduler)
			.doOnSuccess((ended) -> this.listeners.forEach(Runnable::run))
			.onErrorResume((failure) -> Mono.fromRunnable(() -> logger.error("Sweep ended unexpectedly", failure)))
			.repeatWhen((ends) -> ends.concatMap((end) -> Mono.delay(nextPause(watch), scheduler)))
			.delaySubscription(firstPause, scheduler)
			.subscribe();
	}

	private Duration nextPause(CatalogWatch watch) {
		return times(watch.pause(this.settings.interval()), 0.9 + 0.2 * this.random.getAsDouble());
	}

	private static Duration times(Duration duration, double factor) {
		return Duration.ofMillis(Math.round(duration.toMillis() * factor));
	}

}
