// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;
import java.util.Map;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * End of a refresh of one account, or of the read of one of its connections.
 *
 * @param account the account
 * @param scope what was read
 * @param before the connections that differ, as they were, by id; with the changes that
 * this application had made
 * @param after the connections that differ, as they are now, by id; for the scope
 * {@link Scope#CONNECTION}, the connection in any case
 * @param at the time of the end
 */
public record AccountRefresh(Account account, Scope scope, Map<String, CatalogEntry> before,
		Map<String, CatalogEntry> after, Instant at) {

	/**
	 * What was read.
	 */
	public enum Scope {

		/**
		 * All connections, without an earlier state to compare with: for the first time,
		 * or more than the index keeps.
		 */
		INITIAL,

		/** All connections. */
		ALL,

		/** One connection, after an event of the vendor. */
		CONNECTION,

		/** Nothing, as the refresh failed. */
		NONE

	}

}
