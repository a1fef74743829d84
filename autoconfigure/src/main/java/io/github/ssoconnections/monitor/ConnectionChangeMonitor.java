// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.util.List;
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
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Monitor of changes that were made elsewhere, such as in the dashboard of a vendor.
 * Follows the refreshes of an index and publishes {@link ConnectionChanged} for each
 * connection that differs. Changes of this application are in the index already, so that
 * they are published once, by the operation. Makes no request.
 */
public final class ConnectionChangeMonitor {

	private final EventPublications publications;

	private final Duration interval;

	/**
	 * Create a monitor.
	 * @param index the index whose refreshes are followed
	 * @param publications the publications of the events
	 */
	public ConnectionChangeMonitor(RefreshedConnectionIndex index, EventPublications publications) {
		Assert.notNull(index, "'index' must not be null");
		Assert.notNull(publications, "'publications' must not be null");
		this.publications = publications;
		this.interval = index.interval();
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

	private EventPublication publication(Account account) {
		return this.publications.forAccount(account).refreshedEvery(this.interval);
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
		publication(applied.account()).markPublished(key, (before != null) ? key(applied.account(), id, before) : null);
		return change.withKey(key);
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
		publication(account).publishChange(key, (before != null) ? key(account, id, before) : null,
				new ConnectionChanged(account.vendor(), account.name(), kind, origin, null, id,
						(named != null) ? named.name() : null, changedFields, fingerprints(before), fingerprints(after),
						key, refresh.at()));
	}

	private static String key(Account account, String id, @Nullable CatalogEntry state) {
		return EventKey.of(account, "connection", id, (state != null) ? EntryDifference.digest(state) : "deleted");
	}

	private static @Nullable List<String> fingerprints(@Nullable CatalogEntry entry) {
		return (entry != null && entry.certificates() != null && EntryDifference.fingerprints(entry) != null)
				? entry.certificates().stream().map(CatalogCertificate::sha256).map(String::valueOf).toList() : null;
	}

}
