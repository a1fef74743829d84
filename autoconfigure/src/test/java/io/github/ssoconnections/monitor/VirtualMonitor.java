// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

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

import org.springframework.context.ApplicationEventPublisher;

/**
 * A monitor whose time passes when it is published to.
 */
public final class VirtualMonitor {

	public static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

	private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

	private final List<Object> events = new ArrayList<>();

	private final CertificateMonitor monitor;

	private int schedulers;

	private double random = 0.5;

	public VirtualMonitor(TestCatalog... catalogs) {
		this(null, catalogs);
	}

	VirtualMonitor(ApplicationEventPublisher publisher, TestCatalog... catalogs) {
		this.monitor = new CertificateMonitor(List.of(catalogs), CertificateMonitorSettings.defaults(),
				(publisher != null) ? publisher : this.events::add, new VirtualClock(), () -> {
					this.schedulers++;
					return this.scheduler;
				}, () -> this.random);
	}

	public CertificateMonitor monitor() {
		return this.monitor;
	}

	/**
	 * Start, and complete the first refresh.
	 */
	public VirtualMonitor start() {
		this.monitor.start();
		return advance(Duration.ofSeconds(15));
	}

	/**
	 * Advance by an hour, with one refresh.
	 */
	public VirtualMonitor refresh() {
		return advance(Duration.ofHours(1));
	}

	public VirtualMonitor advance(Duration time) {
		this.scheduler.advanceTimeBy(time);
		return this;
	}

	public Instant now() {
		return this.monitor.clock().instant();
	}

	/**
	 * Let chance choose this, between 0 and 1, from now on.
	 */
	VirtualMonitor random(double random) {
		this.random = random;
		return this;
	}

	/**
	 * Return the events since this was last called.
	 */
	List<Object> events() {
		List<Object> events = List.copyOf(this.events);
		this.events.clear();
		return events;
	}

	Scheduler scheduler() {
		return this.scheduler;
	}

	int schedulers() {
		return this.schedulers;
	}

	boolean isDisposed() {
		return this.scheduler.isDisposed();
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
			return START.plusMillis(VirtualMonitor.this.scheduler.now(TimeUnit.MILLISECONDS));
		}

	}

}
