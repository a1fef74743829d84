// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * A connection that may serve a domain.
 *
 * @param entry the connection
 * @param reason why it may
 * @param domain the domain of the connection that matches, in ASCII and lower case
 */
public record ConnectionCandidate(CatalogEntry entry, MatchReason reason, String domain) {

}
