// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.lint.CertificateLint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.CollectionUtils;

/**
 * What is known of the connections of one account. A sweep that fails leaves it as it is.
 */
final class CatalogWatch {

	/** More than any account takes: only a catalog that hangs is cut off. */
	static final Duration LONGEST_SWEEP = Duration.ofMinutes(10);

	static final Duration FIRST_RETRY = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(CatalogWatch.class);

	private final ConnectionCatalog catalog;

	private final CertificateEvents events;

	private final Clock clock;

	private volatile Map<String, WatchedConnection> connections = Map.of();

	/** When the last sweep that succeeded came to its end. */
	private volatile @Nullable Instant sweptAt;

	/** Why the last sweep failed, if it did. */
	private volatile @Nullable FailureReason failure;

	private int failures;

	CatalogWatch(ConnectionCatalog catalog, CertificateLint.Thresholds thresholds, ApplicationEventPublisher publisher,
			Clock clock) {
		this.catalog = catalog;
		this.events = new CertificateEvents(catalog.vendor(), thresholds, publisher);
		this.clock = clock;
	}

	String vendor() {
		return this.catalog.vendor();
	}

	// Those that trust signing certificates, or should, by id
	Map<String, WatchedConnection> connections() {
		return this.connections;
	}

	@Nullable Instant sweptAt() {
		return this.sweptAt;
	}

	@Nullable FailureReason failure() {
		return this.failure;
	}

	/**
	 * Read all connections, and tell what is new.
	 * @param scheduler where it is told
	 * @return the end of the sweep, which is no failure
	 */
	Mono<Void> sweep(Scheduler scheduler) {
		return Flux.defer(this.catalog::listAll)
			.collect(HashMap<String, WatchedConnection>::new, CatalogWatch::keep)
			.timeout(LONGEST_SWEEP, scheduler)
			.materialize()
			.publishOn(scheduler)
			.doOnNext(this::end)
			.then();
	}

	// After a failure less than usual, and each time longer
	Duration pause(Duration interval) {
		if (this.failures == 0) {
			return interval;
		}
		Duration retry = FIRST_RETRY.multipliedBy(1L << Math.min(this.failures - 1, 20));
		return (retry.compareTo(interval) < 0) ? retry : interval;
	}

	private static void keep(Map<String, WatchedConnection> connections, CatalogEntry entry) {
		List<CatalogCertificate> certificates = entry.certificates();
		if (entry.id() != null
				&& (CatalogEntry.SAML.equals(entry.protocol()) || !CollectionUtils.isEmpty(certificates))) {
			connections.put(entry.id(), WatchedConnection.of(entry));
		}
	}

	private void end(Signal<HashMap<String, WatchedConnection>> sweep) {
		Instant now = this.clock.instant();
		Map<String, WatchedConnection> found = sweep.get();
		if (found != null) {
			Map<String, WatchedConnection> before = this.connections;
			this.connections = found;
			this.sweptAt = now;
			this.failure = null;
			this.failures = 0;
			this.events.tellChanges(before, found, now);
		}
		else {
			fail(sweep.getThrowable());
		}
		this.events.tellCrossings(this.connections, now);
	}

	private void fail(@Nullable Throwable failure) {
		Instant sweptAt = this.sweptAt;
		String message = "The certificates of the connections at " + vendor() + " could not be read; "
				+ ((sweptAt != null) ? "what is known of them is from " + sweptAt : "nothing is known of them yet");
		if (this.failures++ == 0) {
			logger.warn(message + ": " + failure);
		}
		logger.debug(message, failure);
		this.failure = (failure != null) ? FailureReason.of(failure) : FailureReason.FAILED;
	}

}
