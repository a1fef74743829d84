// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.util.List;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.ConnectionChanged.Kind;
import io.github.ssoconnections.ConnectionChanged.Origin;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.index.AccountRefresh;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.Assert;

/**
 * Monitor of changes that were made elsewhere, such as in the dashboard of a vendor.
 * Follows the refreshes of an index and publishes {@link ConnectionChanged} for each
 * connection that differs. Changes of this application are in the index already, so that
 * they are published once, by the operation. Makes no request.
 */
public final class ConnectionChangeMonitor {

	private final ApplicationEventPublisher publisher;

	/**
	 * Create a monitor.
	 * @param index the index whose refreshes are followed
	 * @param publisher the publisher of the events
	 */
	public ConnectionChangeMonitor(RefreshedConnectionIndex index, ApplicationEventPublisher publisher) {
		Assert.notNull(index, "'index' must not be null");
		Assert.notNull(publisher, "'publisher' must not be null");
		this.publisher = publisher;
		index.onRefresh(this::refreshed);
	}

	private void refreshed(AccountRefresh refresh) {
		if (refresh.scope() == AccountRefresh.Scope.ALL || refresh.scope() == AccountRefresh.Scope.CONNECTION) {
			refresh.after().forEach((id, after) -> publish(refresh, id, refresh.before().get(id), after));
			refresh.before().forEach((id, before) -> {
				if (!refresh.after().containsKey(id)) {
					publish(refresh, id, before, null);
				}
			});
		}
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
		this.publisher.publishEvent(new ConnectionChanged(account.vendor(), account.name(), kind, origin, null, id,
				(named != null) ? named.name() : null, changedFields, fingerprints(before), fingerprints(after),
				refresh.at()));
	}

	private static @Nullable List<String> fingerprints(@Nullable CatalogEntry entry) {
		return (entry != null && entry.certificates() != null && EntryDifference.fingerprints(entry) != null)
				? entry.certificates().stream().map(CatalogCertificate::sha256).map(String::valueOf).toList() : null;
	}

}
