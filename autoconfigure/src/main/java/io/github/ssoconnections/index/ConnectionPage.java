// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Page of the connections of an index, with what the index does not know.
 *
 * @param connections the connections of the page
 * @param offset the number of connections before the page
 * @param total the number of connections that match the query
 * @param notRead the accounts of the query that no refresh has read yet
 * @param gaps the accounts of the query of which something is unknown
 * @param refreshedAt the end of the last successful refresh, for several accounts the
 * earliest; {@code null} until every account of the query has been read
 */
public record ConnectionPage(List<CatalogEntry> connections, int offset, int total, List<Account> notRead,
		List<AccountGap> gaps, @Nullable Instant refreshedAt) {

	public ConnectionPage {
		connections = List.copyOf(connections);
		notRead = List.copyOf(notRead);
		gaps = List.copyOf(gaps);
	}

	/**
	 * Return whether every connection of the accounts is known.
	 * @return whether nothing is unknown
	 */
	public boolean isComplete() {
		return this.notRead.isEmpty() && this.gaps.isEmpty();
	}

}
