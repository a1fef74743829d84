// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.ConnectionChanged.Kind;
import io.github.ssoconnections.ConnectionChanged.Origin;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.fleet.EventKey;
import io.github.ssoconnections.fleet.EventPublication;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.AccountRefresh;
import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Monitor of changes that were made elsewhere, such as in the dashboard of a vendor.
 * Follows the refreshes of an index and publishes {@link ConnectionChanged} for each
 * connection that differs. Changes of this application are in the index already, so that
 * they are published once, by the operation. Makes no request.
 */
public final class ConnectionChangeMonitor {

	/** Difference of the clocks of the vendor and of this instance. */
	private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

	private static final int MAX_CHANGES = 10_000;

	/** With delays of 1, 2, 4 and 8 seconds in between. */
	private static final int DELETION_READS = 4;

	private final RefreshedConnectionIndex index;

	private final EventPublications publications;

	/** Last changes of connections, so that a late event is not published again. */
	private final Map<String, LastChange> lastChanges = new LinkedHashMap<>();

	/**
	 * Create a monitor.
	 * @param index the index whose refreshes are followed
	 * @param publications the publications of the events
	 */
	public ConnectionChangeMonitor(RefreshedConnectionIndex index, EventPublications publications) {
		Assert.notNull(index, "'index' must not be null");
		Assert.notNull(publications, "'publications' must not be null");
		this.index = index;
		this.publications = publications;
		index.onRefresh(this::refreshed);
	}

	private void refreshed(AccountRefresh refresh) {
		if (refresh.scope() == AccountRefresh.Scope.NONE) {
			// Another instance may reach the vendor
			publication(refresh.account()).lock().release();
		}
		if (refresh.scope() == AccountRefresh.Scope.ALL || refresh.scope() == AccountRefresh.Scope.CONNECTION) {
			refresh.after().forEach((id, after) -> publish(refresh, id, refresh.before().get(id), after));
			refresh.before().forEach((id, before) -> {
				if (!refresh.after().containsKey(id)) {
					publish(refresh, id, before, null);
				}
			});
		}
	}

	private synchronized void remember(Account account, String id, LastChange change) {
		String connection = account + "/" + id;
		this.lastChanges.remove(connection);
		this.lastChanges.put(connection, change);
		if (this.lastChanges.size() > MAX_CHANGES) {
			this.lastChanges.remove(this.lastChanges.keySet().iterator().next());
		}
	}

	private synchronized LastChange lastChange(Account account, String id) {
		return this.lastChanges.getOrDefault(account + "/" + id, LastChange.NONE);
	}

	private EventPublication publication(Account account) {
		return this.publications.forAccount(account).refreshedEvery(this.index.interval());
	}

	/**
	 * Prepare the event of a change that this application has made, so that no instance
	 * publishes it again when a refresh finds it.
	 * @param change the event
	 * @param applied the connection before and after, as the index has applied the change
	 * @return the event with its key
	 */
	public ConnectionChanged ofOperation(ConnectionChanged change, AccountRefresh applied) {
		String id = Stream.concat(applied.before().keySet().stream(), applied.after().keySet().stream())
			.findFirst()
			.orElse(null);
		if (id == null) {
			return change;
		}
		CatalogEntry before = applied.before().get(id);
		CatalogEntry after = applied.after().get(id);
		boolean same = before != null && after != null && EntryDifference.of(before, after).isEmpty();
		if (same) {
			return change;
		}
		String key = key(applied.account(), id, after);
		remember(applied.account(), id, new LastChange(key, Mono.empty()));
		publication(applied.account()).markPublished(key, (before != null) ? key(applied.account(), id, before) : null);
		return change.withKey(key);
	}

	/**
	 * Handle an event of the vendor: read the connection again and publish how it
	 * differs.
	 * @param account the account
	 * @param hint what the event says
	 * @return the completion, after the difference was published; fails with an
	 * {@link io.github.ssoconnections.SsoApiException} if the connection cannot be read,
	 * and with an {@link IllegalStateException} if another instance has taken over
	 */
	public Mono<Void> onVendorEvent(Account account, VendorHint hint) {
		Mono<AccountRefresh> reread = this.index.reread(account, hint.connectionId())
			.switchIfEmpty(Mono
				.defer(() -> this.index.of(account).refresh().then(this.index.reread(account, hint.connectionId()))));
		Mono<AccountRefresh> read = (hint.kind() == Kind.DELETED) ? untilDeleted(reread, hint.connectionId()) : reread;
		return read.flatMap((refresh) -> publishUnlessPublished(refresh, hint));
	}

	// A vendor can still return a connection whose deletion it has announced
	private static Mono<AccountRefresh> untilDeleted(Mono<AccountRefresh> reread, String id) {
		return reread.filter((refresh) -> !refresh.after().containsKey(id))
			.repeatWhenEmpty((attempts) -> attempts.take(DELETION_READS)
				.concatMap((attempt) -> Mono.delay(Duration.ofSeconds(1L << attempt))));
	}

	// A refresh cannot find what happened before the first one, nor what is in no entry
	private Mono<Void> publishUnlessPublished(AccountRefresh refresh, VendorHint hint) {
		Account account = refresh.account();
		String id = hint.connectionId();
		CatalogEntry before = refresh.before().get(id);
		CatalogEntry after = refresh.after().get(id);
		if (hint.changedPart() != null) {
			return publish(refresh, Kind.UPDATED, id, after, List.of(hint.changedPart()),
					EventKey.of(account, "connection.part", id, hint.eventId()));
		}
		String key = key(account, id, after);
		LastChange last = lastChange(account, id);
		boolean differs = (before == null) != (after == null)
				|| (before != null && after != null && !EntryDifference.of(before, after).isEmpty());
		if (differs || key.equals(last.key()) || !isBeforeFirstRefresh(account, hint.time())) {
			return key.equals(last.key()) ? last.published() : Mono.empty();
		}
		Mono<Void> published = publish(refresh, hint.kind(), id, after, List.of(), key);
		remember(account, id, new LastChange(key, published));
		return published;
	}

	private boolean isBeforeFirstRefresh(Account account, @Nullable Instant time) {
		return time == null || this.index.accounts()
			.stream()
			.filter((indexed) -> indexed.account().equals(account))
			.map(IndexedAccount::knownSince)
			.anyMatch((since) -> since == null || time.isBefore(since.plus(CLOCK_SKEW)));
	}

	private Mono<Void> publish(AccountRefresh refresh, Kind kind, String id, @Nullable CatalogEntry after,
			List<String> changedFields, String key) {
		Account account = refresh.account();
		return publication(account).publishChange(key, null,
				new ConnectionChanged(account.vendor(), account.name(), kind, Origin.VENDOR_EVENT, null, id,
						(after != null) ? after.name() : null, changedFields, null, fingerprints(after), key,
						refresh.at()));
	}

	private void publish(AccountRefresh refresh, String id, @Nullable CatalogEntry before,
			@Nullable CatalogEntry after) {
		if (before == null && after != null) {
			publish(refresh, Kind.CREATED, id, null, after, List.of());
		}
		else if (before != null && after == null) {
			publish(refresh, Kind.DELETED, id, before, null, List.of());
		}
		else if (before != null && after != null && before != after) {
			List<String> changed = EntryDifference.of(before, after);
			if (!changed.isEmpty()) {
				publish(refresh, Kind.UPDATED, id, before, after, changed);
			}
		}
	}

	private void publish(AccountRefresh refresh, Kind kind, String id, @Nullable CatalogEntry before,
			@Nullable CatalogEntry after, List<String> changedFields) {
		Account account = refresh.account();
		Origin origin = (refresh.scope() == AccountRefresh.Scope.CONNECTION) ? Origin.VENDOR_EVENT : Origin.REFRESH;
		CatalogEntry named = (after != null) ? after : before;
		String key = key(account, id, after);
		Mono<Void> published = publication(account).publishChange(key,
				(before != null) ? key(account, id, before) : null,
				new ConnectionChanged(account.vendor(), account.name(), kind, origin, null, id,
						(named != null) ? named.name() : null, changedFields, fingerprints(before), fingerprints(after),
						key, refresh.at()));
		remember(account, id, new LastChange(key, published));
	}

	private static String key(Account account, String id, @Nullable CatalogEntry state) {
		return EventKey.of(account, "connection", id, (state != null) ? EntryDifference.digest(state) : "deleted");
	}

	private static @Nullable List<String> fingerprints(@Nullable CatalogEntry entry) {
		return (entry != null && entry.certificates() != null && EntryDifference.fingerprints(entry) != null)
				? entry.certificates().stream().map(CatalogCertificate::sha256).map(String::valueOf).toList() : null;
	}

	/**
	 * Last change of a connection.
	 *
	 * @param key the key of its event, {@code null} if there was none
	 * @param published the completion of the publication
	 */
	private record LastChange(@Nullable String key, Mono<Void> published) {

		static final LastChange NONE = new LastChange(null, Mono.empty());

	}

}
