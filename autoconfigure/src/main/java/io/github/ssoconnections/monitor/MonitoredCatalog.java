// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.account.Account;
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
 * Certificates of the connections of one account, as of the last successful refresh.
 */
final class MonitoredCatalog {

	/** Longer than any account takes: a limit for a catalog that does not respond. */
	static final Duration REFRESH_TIMEOUT = Duration.ofMinutes(10);

	static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(MonitoredCatalog.class);

	private final ConnectionCatalog catalog;

	private final Account account;

	private final CertificateEvents events;

	private final Clock clock;

	private volatile Map<String, MonitoredConnection> connections = Map.of();

	/** End of the last successful refresh. */
	private volatile @Nullable Instant refreshedAt;

	/** Failure of the last refresh, {@code null} if it succeeded. */
	private volatile @Nullable FailureReason failure;

	private int failures;

	MonitoredCatalog(ConnectionCatalog catalog, CertificateLint.Thresholds thresholds,
			ApplicationEventPublisher publisher, Clock clock) {
		this.catalog = catalog;
		this.account = new Account(catalog.vendor(), catalog.account());
		this.events = new CertificateEvents(this.account, thresholds, publisher);
		this.clock = clock;
	}

	Account account() {
		return this.account;
	}

	Map<String, MonitoredConnection> connections() {
		return this.connections;
	}

	@Nullable Instant refreshedAt() {
		return this.refreshedAt;
	}

	@Nullable FailureReason failure() {
		return this.failure;
	}

	/**
	 * Read all connections and publish the events.
	 * @param scheduler the scheduler to publish on
	 * @return the completion of the refresh, also if it fails
	 */
	Mono<Void> refresh(Scheduler scheduler) {
		return Flux.defer(this.catalog::listAll)
			.collect(HashMap<String, MonitoredConnection>::new, MonitoredCatalog::keep)
			.timeout(REFRESH_TIMEOUT, scheduler)
			.materialize()
			.publishOn(scheduler)
			.doOnNext(this::end)
			.then();
	}

	Duration delay(Duration interval) {
		if (this.failures == 0) {
			return interval;
		}
		Duration retry = FIRST_BACKOFF.multipliedBy(1L << Math.min(this.failures - 1, 20));
		return (retry.compareTo(interval) < 0) ? retry : interval;
	}

	private static void keep(Map<String, MonitoredConnection> connections, CatalogEntry entry) {
		List<CatalogCertificate> certificates = entry.certificates();
		if (entry.id() != null
				&& (CatalogEntry.SAML.equals(entry.protocol()) || !CollectionUtils.isEmpty(certificates))) {
			connections.put(entry.id(), MonitoredConnection.of(entry));
		}
	}

	private void end(Signal<HashMap<String, MonitoredConnection>> refresh) {
		Instant now = this.clock.instant();
		Map<String, MonitoredConnection> found = refresh.get();
		if (found != null) {
			Map<String, MonitoredConnection> before = this.connections;
			this.connections = found;
			this.refreshedAt = now;
			this.failure = null;
			this.failures = 0;
			this.events.publishChanges(before, found, now);
		}
		else {
			fail(refresh.getThrowable());
		}
		this.events.publishCrossings(this.connections, now);
	}

	private void fail(@Nullable Throwable failure) {
		Instant refreshedAt = this.refreshedAt;
		String message = "The certificates of the connections at " + this.account + " could not be read; "
				+ ((refreshedAt != null) ? "the last successful refresh was at " + refreshedAt
						: "no refresh has succeeded yet");
		if (this.failures++ == 0) {
			logger.warn(message + ": " + failure);
		}
		logger.debug(message, failure);
		this.failure = (failure != null) ? FailureReason.of(failure) : FailureReason.FAILED;
	}

}
