// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

	/** Longer than any account takes: a limit for a catalog that does not respond. */
	static final Duration REFRESH_TIMEOUT = Duration.ofMinutes(30);

	private static final Duration FIRST_BACKOFF = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(IndexedAccount.class);

	private final ConnectionCatalog catalog;

	private final Account account;

	private final int maxConnections;

	private final Clock clock;

	private volatile State state = State.NOT_READ;

	private volatile @Nullable Instant knownSince;

	/** Failure of the last refresh, {@code null} if it succeeded. */
	private volatile @Nullable FailureReason failure;

	/** Lists of vendors can contain a deleted connection for a while. */
	private final DeletedConnections deleted = new DeletedConnections();

	/** Changes that this application made during a refresh, empty for a deletion. */
	private @Nullable Map<String, Optional<CatalogEntry>> changesDuringRefresh;

	private int failures;

	private Duration lastDuration = Duration.ZERO;

	IndexedAccount(ConnectionCatalog catalog, int maxConnections, Clock clock) {
		this.catalog = catalog;
		this.account = new Account(catalog.vendor(), catalog.account());
		this.maxConnections = maxConnections;
		this.clock = clock;
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
		return this.state.connections().byId();
	}

	/**
	 * Return the end of the last successful refresh.
	 * @return the time, {@code null} before the first
	 */
	public @Nullable Instant refreshedAt() {
		return this.state.refreshedAt();
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

	Connections index() {
		return this.state.connections();
	}

	AccountGap gap() {
		State state = this.state;
		return new AccountGap(this.account, state.connections().incomplete(), state.skipped(), state.tooMany());
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
			beginRefresh();
			return new CatalogReader(this.catalog, this.maxConnections).read(connections())
				.timeout(REFRESH_TIMEOUT, scheduler)
				.contextWrite(CallOptions.background())
				.publishOn(scheduler)
				.map((reading) -> end(reading, start))
				.doOnError((failure) -> fail(failure))
				.doOnCancel(this::abandonRefresh);
		});
	}

	private synchronized void beginRefresh() {
		this.changesDuringRefresh = new HashMap<>();
	}

	private synchronized void abandonRefresh() {
		this.changesDuringRefresh = null;
	}

	private synchronized AccountRefresh end(Reading reading, Instant start) {
		Instant now = this.clock.instant();
		State before = this.state;
		Connections connections = new Connections();
		reading.found().forEach((id, entry) -> {
			if (!this.deleted.contains(id, now)) {
				connections.put(id, entry);
			}
		});
		if (!reading.isTooMany()) {
			before.connections().byId().keySet().forEach((id) -> {
				if (!reading.found().containsKey(id)) {
					this.deleted.add(id, now);
				}
			});
		}
		if (this.changesDuringRefresh != null) {
			this.changesDuringRefresh.forEach((id, entry) -> apply(connections, id, entry));
			this.changesDuringRefresh = null;
		}
		this.state = new State(connections, now, reading.skipped(), reading.isTooMany());
		this.knownSince = (this.knownSince != null) ? this.knownSince : start;
		this.failure = null;
		this.failures = 0;
		this.lastDuration = Duration.between(start, now);
		logGap(before);
		return new AccountRefresh(
				this.account, (before.refreshedAt() == null || before.tooMany() || reading.isTooMany())
						? AccountRefresh.Scope.INITIAL : AccountRefresh.Scope.ALL,
				before.connections().byId(), connections.byId(), now);
	}

	private void logGap(State before) {
		AccountGap gap = gap();
		if (!gap.isNone() && (before.skipped() != gap.skipped() || before.tooMany() != gap.tooMany()
				|| before.connections().incomplete() != gap.incomplete())) {
			logger.warn("The index of the connections is incomplete for " + gap);
		}
	}

	private synchronized void fail(Throwable failure) {
		this.changesDuringRefresh = null;
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
		Map<String, CatalogEntry> connections = connections();
		return new AccountRefresh(this.account, AccountRefresh.Scope.NONE, connections, connections,
				this.clock.instant());
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
			return replace(id, Optional.empty());
		}
		CatalogEntry entry = (connection != null) ? this.catalog.toEntry(connection) : null;
		return (entry != null && entry.id() != null) ? replace(entry.id(), Optional.of(entry)) : null;
	}

	/**
	 * Read one connection again.
	 * @param id the vendor's id
	 * @return the connection before and after; empty before the first refresh
	 */
	Mono<AccountRefresh> reread(String id) {
		return this.catalog.get(id)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.filter((found) -> refreshedAt() != null)
			.map((found) -> replace(id, found));
	}

	private synchronized AccountRefresh replace(String id, Optional<CatalogEntry> found) {
		CatalogEntry before = connections().get(id);
		apply(id, found);
		CatalogEntry after = connections().get(id);
		return new AccountRefresh(this.account, AccountRefresh.Scope.CONNECTION,
				(before != null) ? Map.of(id, before) : Map.of(), (after != null) ? Map.of(id, after) : Map.of(),
				this.clock.instant());
	}

	private synchronized void apply(String id, Optional<CatalogEntry> entry) {
		if (this.changesDuringRefresh != null) {
			this.changesDuringRefresh.put(id, entry);
		}
		if (this.state.refreshedAt() != null) {
			apply(this.state.connections(), id, entry);
		}
	}

	private void apply(Connections connections, String id, Optional<CatalogEntry> entry) {
		if (entry.isEmpty()) {
			connections.remove(id);
			this.deleted.add(id, this.clock.instant());
		}
		else if (connections.byId().containsKey(id) || connections.byId().size() < this.maxConnections) {
			connections.put(id, withAssignments(entry.get(), connections.byId().get(id)));
		}
	}

	// Further requests have read them, and the response to a write does not contain them
	private static CatalogEntry withAssignments(CatalogEntry entry, @Nullable CatalogEntry before) {
		CatalogEntry.Details details = entry.details();
		if (before == null || (details.organizationIds() != null && details.clientIds() != null)) {
			return entry;
		}
		return entry.withDetails(details.withAssignments(
				(details.organizationIds() != null) ? details.organizationIds() : before.details().organizationIds(),
				(details.clientIds() != null) ? details.clientIds() : before.details().clientIds()));
	}

	/**
	 * What is known of an account.
	 *
	 * @param connections the connections
	 * @param refreshedAt the end of the last successful refresh
	 * @param skipped the number of connections that could not be decoded
	 * @param tooMany whether there are more connections than the index keeps
	 */
	private record State(Connections connections, @Nullable Instant refreshedAt, int skipped, boolean tooMany) {

		static final State NOT_READ = new State(new Connections(), null, 0, false);

	}

}
