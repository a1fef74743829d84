// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.index.VirtualIndex;
import io.github.ssoconnections.lint.CertificateLint;

import org.springframework.context.ApplicationEventPublisher;

/**
 * A monitor over an index on a virtual clock, which is refreshed every hour.
 */
public final class VirtualMonitor {

	public static final Instant START = VirtualIndex.START;

	private final List<Object> events = new ArrayList<>();

	private final VirtualIndex index;

	private final CertificateMonitor monitor;

	public VirtualMonitor(TestCatalog... catalogs) {
		this(null, catalogs);
	}

	VirtualMonitor(ApplicationEventPublisher publisher, TestCatalog... catalogs) {
		this.index = new VirtualIndex(
				ConnectionIndexSettings.defaults().withSchedule(Duration.ofHours(1), Duration.ofSeconds(30)), catalogs);
		this.monitor = new CertificateMonitor(this.index.index(), CertificateLint.Thresholds.DEFAULT,
				EventPublications.create((publisher != null) ? publisher : this.events::add), this.index.clock());
	}

	public CertificateMonitor monitor() {
		return this.monitor;
	}

	RefreshedConnectionIndex index() {
		return this.index.index();
	}

	/**
	 * Start, and complete the first refresh.
	 */
	public VirtualMonitor start() {
		this.index.start();
		return this;
	}

	/**
	 * Advance by an hour, with one refresh.
	 */
	public VirtualMonitor refresh() {
		return advance(Duration.ofHours(1));
	}

	public VirtualMonitor advance(Duration time) {
		this.index.advance(time);
		return this;
	}

	public Instant now() {
		return this.index.now();
	}

	/**
	 * Return the events since this was last called.
	 */
	List<Object> events() {
		List<Object> events = List.copyOf(this.events);
		this.events.clear();
		return events;
	}

}
