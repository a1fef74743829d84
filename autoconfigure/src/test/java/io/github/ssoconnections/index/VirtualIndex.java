// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.catalog.ConnectionCatalog;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * An index on a clock of its own, which advances on request only.
 */
public final class VirtualIndex {

	public static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

	private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

	private final Clock clock = new VirtualClock();

	private final List<AccountRefresh> refreshes = new ArrayList<>();

	private final RefreshedConnectionIndex index;

	private int schedulers;

	private double random = 0.5;

	public VirtualIndex(ConnectionCatalog... catalogs) {
		this(ConnectionIndexSettings.defaults(), catalogs);
	}

	public VirtualIndex(ConnectionIndexSettings settings, ConnectionCatalog... catalogs) {
		this.index = new RefreshedConnectionIndex(List.of(catalogs), settings, this.clock, () -> {
			this.schedulers++;
			return this.scheduler;
		}, () -> this.random);
		this.index.onRefresh(this.refreshes::add);
	}

	public RefreshedConnectionIndex index() {
		return this.index;
	}

	public Clock clock() {
		return this.clock;
	}

	/**
	 * Start, and complete the first refresh.
	 */
	public VirtualIndex start() {
		this.index.start();
		return advance(Duration.ofSeconds(15));
	}

	/**
	 * Refresh on request.
	 */
	public VirtualIndex refresh() {
		this.index.refresh().onErrorComplete().subscribe();
		return advance(Duration.ZERO);
	}

	public VirtualIndex advance(Duration time) {
		this.scheduler.advanceTimeBy(time);
		return this;
	}

	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Let chance choose this, between 0 and 1, from now on.
	 */
	public VirtualIndex random(double random) {
		this.random = random;
		return this;
	}

	/**
	 * Return the refreshes since this was last called.
	 */
	List<AccountRefresh> refreshes() {
		List<AccountRefresh> refreshes = List.copyOf(this.refreshes);
		this.refreshes.clear();
		return refreshes;
	}

	public Scheduler scheduler() {
		return this.scheduler;
	}

	public int schedulers() {
		return this.schedulers;
	}

	public boolean isDisposed() {
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
			return START.plusMillis(VirtualIndex.this.scheduler.now(TimeUnit.MILLISECONDS));
		}

	}

}
