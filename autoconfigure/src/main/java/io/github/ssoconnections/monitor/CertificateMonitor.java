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
 * Monitor of the signing certificates of all connections. Refreshes them periodically and
 * publishes {@link CertificateExpiring}, {@link CertificateExpired} and
 * {@link CertificatesChanged}. Starts and stops with the application context; has no
 * thread and sends nothing before the start.
 * <p>
 * Accounts are refreshed independently, each by one refresh at a time. A refresh that
 * fails keeps the previous certificates, and the next refresh follows after an
 * exponential backoff: one minute, two, four, up to the interval. Every instance of the
 * application refreshes on its own, with jitter.
 */
public final class CertificateMonitor implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(CertificateMonitor.class);

	private final List<MonitoredCatalog> catalogs;

	private final CertificateMonitorSettings settings;

	private final Clock clock;

	private final Supplier<Scheduler> scheduler;

	private final DoubleSupplier random;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private volatile @Nullable Instant startedAt;

	private volatile @Nullable Disposable running;

	/**
	 * Create a monitor. Outside of an application context, call {@link #start()}.
	 * @param catalogs the accounts to monitor
	 * @param settings the settings
	 * @param publisher the publisher of the events
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
		this.catalogs = catalogs.stream()
			.map((catalog) -> new MonitoredCatalog(catalog, settings.thresholds(), publisher, clock))
			.toList();
		this.settings = settings;
		this.clock = clock;
		this.scheduler = scheduler;
		this.random = random;
	}

	// Listeners may block
	private static Scheduler newScheduler() {
		return Schedulers.newBoundedElastic(1, Integer.MAX_VALUE, "sso-certificate-monitor", 60, true);
	}

	@Override
	public synchronized void start() {
		if (this.running != null || this.catalogs.isEmpty()) {
			return;
		}
		this.startedAt = this.clock.instant();
		Scheduler scheduler = this.scheduler.get();
		Disposable.Composite loops = Disposables.composite();
		this.catalogs.forEach((catalog) -> loops.add(refreshPeriodically(catalog, scheduler)));
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
	 * Return a report of the last refresh. Makes no request.
	 * @return the report
	 */
	public CertificateReport report() {
		return CertificateReport.of(this.catalogs, this.clock.instant(), this.settings.thresholds());
	}

	List<MonitoredCatalog> catalogs() {
		return this.catalogs;
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
	 * Register a callback that is invoked after each refresh, successful or not.
	 * @param listener the callback
	 */
	void onRefresh(Runnable listener) {
		this.listeners.add(listener);
	}

	private Disposable refreshPeriodically(MonitoredCatalog catalog, Scheduler scheduler) {
		Duration firstDelay = times(this.settings.initialDelay(), this.random.getAsDouble());
		return catalog.refresh(scheduler)
			.doOnSuccess((ended) -> this.listeners.forEach(Runnable::run))
			.onErrorResume((failure) -> Mono.fromRunnable(() -> logger.error("Refresh failed unexpectedly", failure)))
			.repeatWhen((ends) -> ends.concatMap((end) -> Mono.delay(nextDelay(catalog), scheduler)))
			.delaySubscription(firstDelay, scheduler)
			.subscribe();
	}

	private Duration nextDelay(MonitoredCatalog catalog) {
		return times(catalog.delay(this.settings.interval()), 0.9 + 0.2 * this.random.getAsDouble());
	}

	private static Duration times(Duration duration, double factor) {
		return Duration.ofMillis(Math.round(duration.toMillis() * factor));
	}

}
