// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Connections of one account, which refreshes replace and single changes modify. A change
 * of this application is newer than whatever was read before its end.
 */
final class AccountConnections {

	private static final int MAX_WRITES = 10_000;

	private final int maxConnections;

	private final Clock clock;

	private volatile Snapshot snapshot;

	private final DeletedConnections deleted = new DeletedConnections();

	/** Changes during a refresh, empty for a deletion. */
	private @Nullable Map<String, Optional<CatalogEntry>> changesDuringRefresh;

	/** Number of the last change of this application, by id of the connection. */
	private final Map<String, Long> writes = new LinkedHashMap<>();

	private long writeCount;

	AccountConnections(Account account, int maxConnections, Clock clock) {
		this.snapshot = Snapshot.notRead(account);
		this.maxConnections = maxConnections;
		this.clock = clock;
	}

	Snapshot snapshot() {
		return this.snapshot;
	}

	synchronized void beginRefresh() {
		this.changesDuringRefresh = new HashMap<>();
	}

	synchronized void abandonRefresh() {
		this.changesDuringRefresh = null;
	}

	/**
	 * Replace the connections.
	 * @param reading what a refresh has read
	 * @return the difference, none if the states cannot be compared
	 */
	Difference endRefresh(Reading reading) {
		// Outside of the lock, which a change of this application takes on an event loop
		Connections connections = new Connections();
		reading.found().forEach(connections::put);
		synchronized (this) {
			Snapshot before = this.snapshot;
			Instant now = this.clock.instant();
			this.deleted.ids(now).forEach(connections::remove);
			boolean tooMany = reading.isTooMany();
			if (this.changesDuringRefresh != null) {
				for (Map.Entry<String, Optional<CatalogEntry>> change : this.changesDuringRefresh.entrySet()) {
					tooMany |= !apply(connections, change.getKey(), change.getValue());
				}
				this.changesDuringRefresh = null;
			}
			this.snapshot = new Snapshot(before.account(), connections, now, reading.skipped(), tooMany);
			return (isComparable(before) && isComparable(this.snapshot))
					? Difference.between(before.connections().byId(), connections.byId()) : Difference.NONE;
		}
	}

	private static boolean isComparable(Snapshot snapshot) {
		return snapshot.refreshedAt() != null && !snapshot.tooMany();
	}

	/**
	 * Apply a change of this application.
	 * @param id the id of the connection
	 * @param entry the connection, empty if it was deleted
	 * @return the difference
	 */
	synchronized Difference write(String id, Optional<CatalogEntry> entry) {
		this.writes.remove(id);
		this.writes.put(id, ++this.writeCount);
		if (this.writes.size() > MAX_WRITES) {
			this.writes.remove(this.writes.keySet().iterator().next());
		}
		if (entry.isEmpty()) {
			this.deleted.add(id, this.clock.instant());
		}
		else {
			this.deleted.remove(id);
		}
		return replace(id, entry);
	}

	/**
	 * Return the number of changes of this application, to be passed to
	 * {@link #read(String, Optional, long)}.
	 * @return the number
	 */
	synchronized long writeCount() {
		return this.writeCount;
	}

	/**
	 * Apply what a read of one connection has found, unless this application has changed
	 * the connection since, or has deleted it.
	 * @param id the id of the connection
	 * @param found the connection, empty if there is none
	 * @param since the number of changes before the read
	 * @return the difference
	 */
	synchronized Difference read(String id, Optional<CatalogEntry> found, long since) {
		boolean stale = this.writes.getOrDefault(id, 0L) > since
				|| (found.isPresent() && this.deleted.ids(this.clock.instant()).contains(id));
		CatalogEntry current = this.snapshot.connections().byId().get(id);
		return stale ? Difference.of(id, current, current) : replace(id, found);
	}

	private Difference replace(String id, Optional<CatalogEntry> entry) {
		if (this.changesDuringRefresh != null) {
			this.changesDuringRefresh.put(id, entry);
		}
		Map<String, CatalogEntry> current = this.snapshot.connections().byId();
		CatalogEntry before = current.get(id);
		if (this.snapshot.refreshedAt() != null && !apply(this.snapshot.connections(), id, entry)) {
			this.snapshot = this.snapshot.withTooMany();
		}
		return Difference.of(id, before, current.get(id));
	}

	private boolean apply(Connections connections, String id, Optional<CatalogEntry> entry) {
		if (entry.isEmpty()) {
			connections.remove(id);
			return true;
		}
		boolean room = connections.byId().containsKey(id) || connections.byId().size() < this.maxConnections;
		if (room) {
			connections.put(id, KnownBefore.complete(entry.get(), connections.byId().get(id)));
		}
		return room;
	}

}
