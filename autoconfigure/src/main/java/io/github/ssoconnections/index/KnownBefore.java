// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.List;

import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Completes an entry with what an earlier one had, because responses of a vendor differ
 * in what they contain.
 */
final class KnownBefore {

	private KnownBefore() {
	}

	/**
	 * Complete an entry.
	 * @param entry the entry
	 * @param before the earlier entry of the same connection
	 * @return the entry, with the certificates, organizations, clients and the test run
	 * known before if it has none of its own, with the state that follows from the
	 * clients, and with the domains known before if it is incomplete
	 */
	static CatalogEntry complete(CatalogEntry entry, @Nullable CatalogEntry before) {
		if (before == null) {
			return entry;
		}
		CatalogEntry.Details details = entry.details();
		boolean withoutDomains = details.incomplete() && entry.domains().isEmpty();
		boolean withoutAssignments = details.organizationIds() == null || details.clientIds() == null;
		boolean withoutTestRun = details.lastTestRun() == null;
		if (!withoutDomains && !withoutAssignments && !withoutTestRun && entry.certificates() != null) {
			return entry;
		}
		return new CatalogEntry(entry.vendor(), entry.account(), entry.id(), entry.name(), entry.protocol(),
				entry.provider(), active(entry, before), withoutDomains ? before.domains() : entry.domains(),
				(entry.certificates() != null) ? entry.certificates() : before.certificates(),
				details
					.withAssignments(first(details.organizationIds(), before.details().organizationIds()),
							first(details.clientIds(), before.details().clientIds()))
					.withLastTestRun(withoutTestRun ? before.details().lastTestRun() : details.lastTestRun()));
	}

	// Whether users can sign in depends on the clients, if there are any
	private static @Nullable Boolean active(CatalogEntry entry, CatalogEntry before) {
		List<String> clientIds = before.details().clientIds();
		if (entry.active() != null || entry.details().clientIds() != null || clientIds == null) {
			return entry.active();
		}
		return clientIds.isEmpty() ? before.active() : Boolean.TRUE;
	}

	private static @Nullable List<String> first(@Nullable List<String> one, @Nullable List<String> other) {
		return (one != null) ? one : other;
	}

}
