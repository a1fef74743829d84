// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;
import java.util.Map;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * End of a refresh of one account.
 *
 * @param account the account
 * @param before the connections before the refresh, by id; with the changes that this
 * application has made
 * @param after the connections now, by id; the same as before if the refresh failed
 * @param first whether no refresh had succeeded before
 * @param failed whether the refresh failed
 * @param at the time of the end
 */
public record AccountRefresh(Account account, Map<String, CatalogEntry> before, Map<String, CatalogEntry> after,
		boolean first, boolean failed, Instant at) {

}
