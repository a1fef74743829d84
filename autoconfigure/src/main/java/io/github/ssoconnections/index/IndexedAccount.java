// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Connections of one account, as of its last successful refresh, with the changes that
 * this application has made since.
 */
public final class IndexedAccount {

	/** A limit for a catalog that does not respond. */
	static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(30);

	/** A limit for a catalog that does not end: 25 pages of 100 a minute are 900,000. */
	static final Duration REFRESH_TIMEOUT = Duration.ofHours(6);

	private static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(IndexedAccount.class);

	private final ConnectionCatalog catalog;

	private final Account account;

	private final int maxConnections;

	private final Clock clock;

	private final AccountConnections connections;

	private volatile @Nullable Instant knownSince;

	/** Failure of the last refresh, {@code null} if it succeeded. */
	private volatile @Nullable FailureReason failure;

	private volatile @Nullable Reading reading;

	private volatile Instant startedAt = Instant.MIN;

	private int failures;

	private Duration lastDuration = Duration.ZERO;

	IndexedAccount(ConnectionCatalog catalog, int maxConnections, Clock clock) {
		this.catalog = catalog;
		this.account = new Account(catalog.vendor(), catalog.account());
		this.maxConnections = maxConnections;
		this.clock = clock;
		this.connections = new AccountConnections(this.account, maxConnections, clock);
	}

	/**
	 * Return the account.
	 * @return the account
	 */
	public Account account() {
		return this.account;
	}

	/**
	 * Return the connections.
	 * @return the connections by id, unmodifiable and current
	 */
	public Map<String, CatalogEntry> connections() {
		return this.connections.snapshot().connections().byId();
	}

	/**
	 * Return the end of the last successful refresh.
	 * @return the time, {@code null} before the first
	 */
	public @Nullable Instant refreshedAt() {
		return this.connections.snapshot().refreshedAt();
	}

	/**
	 * Return since when changes are known: the index has a state to compare with.
	 * @return the start of the first successful refresh, {@code null} before its end
	 */
	public @Nullable Instant knownSince() {
		return this.knownSince;
	}

	/**
	 * Return the failure of the last refresh.
	 * @return the reason, {@code null} if it succeeded
	 */
	public @Nullable FailureReason failure() {
		return this.failure;
	}

	/**
	 * Return the progress of the refresh that is running.
	 * @return the progress, {@code null} if none is running
	 */
	public @Nullable RefreshProgress progress() {
		Reading reading = this.reading;
		return (reading != null) ? new RefreshProgress(this.startedAt, reading.size()) : null;
	}

	Snapshot snapshot() {
		return this.connections.snapshot();
	}

	/**
	 * Read all connections.
	 * @param scheduler the scheduler of time-outs and of the end
	 * @return the end of the refresh; fails if a request fails, after the failure was
	 * recorded
	 */
	Mono<AccountRefresh> refresh(Scheduler scheduler) {
		return Mono.defer(() -> {
			Instant start = this.clock.instant();
			this.connections.beginRefresh();
			Reading reading = new Reading(connections(), this.maxConnections);
			this.startedAt = start;
			this.reading = reading;
			return new CatalogReader(this.catalog).read(reading, connections(), RESPONSE_TIMEOUT, scheduler)
				.timeout(REFRESH_TIMEOUT, scheduler)
				.contextWrite(CallOptions.background())
				.publishOn(scheduler)
				.map((read) -> end(read, start))
				.doOnError((failure) -> fail(failure))
				.doOnCancel(this::abandon);
		});
	}

	private void abandon() {
		this.reading = null;
		this.connections.abandonRefresh();
	}

	private AccountRefresh end(Reading reading, Instant start) {
		this.reading = null;
		Snapshot before = snapshot();
		Difference difference = this.connections.endRefresh(reading);
		Snapshot after = snapshot();
		boolean initial = before.refreshedAt() == null || before.tooMany() || after.tooMany();
		Instant now = this.clock.instant();
		synchronized (this) {
			this.knownSince = (this.knownSince != null) ? this.knownSince : start;
			this.failure = null;
			this.failures = 0;
			this.lastDuration = Duration.between(start, now);
		}
		if (!after.gap().isNone() && !after.gap().equals(before.gap())) {
			logger.warn("The index of the connections is incomplete for " + after.gap());
		}
		return refreshed(initial ? AccountRefresh.Scope.INITIAL : AccountRefresh.Scope.ALL, difference);
	}

	private AccountRefresh refreshed(AccountRefresh.Scope scope, Difference difference) {
		return new AccountRefresh(this.account, scope, difference.before(), difference.after(), this.clock.instant());
	}

	private synchronized void fail(Throwable failure) {
		abandon();
		Instant refreshedAt = refreshedAt();
		String message = "The connections at " + this.account + " could not be read; " + ((refreshedAt != null)
				? "the last successful refresh was at " + refreshedAt : "no refresh has succeeded yet");
		if (this.failures++ == 0) {
			logger.warn(message + ": " + failure);
		}
		logger.debug(message, failure);
		this.failure = FailureReason.of(failure);
	}

	AccountRefresh unchanged() {
		return refreshed(AccountRefresh.Scope.NONE, Difference.NONE);
	}

	/**
	 * Return the delay until the next refresh.
	 * @param interval the configured interval
	 * @return the backoff after failures; at least as long as the last refresh took, so
	 * that refreshes use at most half of the time
	 */
	synchronized Duration delay(Duration interval) {
		Duration regular = (this.lastDuration.compareTo(interval) > 0) ? this.lastDuration : interval;
		if (this.failures == 0) {
			return regular;
		}
		Duration retry = FIRST_BACKOFF.multipliedBy(1L << Math.min(this.failures - 1, 20));
		return (retry.compareTo(regular) < 0) ? retry : regular;
	}

	/**
	 * Apply a change that this application made.
	 * @param change the change
	 * @param connection the connection in the form of the vendor, {@code null} if unknown
	 * @return the connection before and after, {@code null} if it is unknown
	 */
	@Nullable AccountRefresh onChange(ConnectionChanged change, @Nullable Object connection) {
		String id = change.connectionId();
		if (change.kind() == ConnectionChanged.Kind.DELETED && id != null) {
			return written(this.catalog.toEntryId(id), Optional.empty());
		}
		CatalogEntry entry = (connection != null) ? this.catalog.toEntry(connection) : null;
		return (entry != null && entry.id() != null) ? written(entry.id(), Optional.of(entry)) : null;
	}

	private AccountRefresh written(String id, Optional<CatalogEntry> entry) {
		return refreshed(AccountRefresh.Scope.CONNECTION, this.connections.write(id, entry));
	}

	/**
	 * Read one connection again.
	 * @param id the vendor's id
	 * @return the connection before and after; empty before the first refresh
	 */
	Mono<AccountRefresh> reread(String id) {
		return Mono.defer(() -> {
			long since = this.connections.writeCount();
			return this.catalog.get(id)
				.map(Optional::of)
				.defaultIfEmpty(Optional.empty())
				.filter((found) -> refreshedAt() != null)
				.map((found) -> refreshed(AccountRefresh.Scope.CONNECTION, this.connections.read(id, found, since)));
		});
	}

}
