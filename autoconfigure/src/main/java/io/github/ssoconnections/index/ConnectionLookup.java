// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * Result of a look-up: candidates with reasons, as of the last refresh. The vendor
 * decides by itself which connection a sign-in uses.
 *
 * @param candidates the connections that may serve the domain: active first, then those
 * that may be active, then inactive; within these, the closest match first
 * @param gaps the accounts of which something is unknown: another connection may serve
 * the domain
 * @param refreshedAt the end of the last successful refresh, for several accounts the
 * earliest
 */
public record ConnectionLookup(List<ConnectionCandidate> candidates, List<AccountGap> gaps, Instant refreshedAt) {

	public ConnectionLookup {
		candidates = List.copyOf(candidates);
		gaps = List.copyOf(gaps);
	}

	/**
	 * Return whether every connection of the accounts was considered.
	 * @return whether nothing is unknown
	 */
	public boolean isComplete() {
		return this.gaps.isEmpty();
	}

	/**
	 * Return the connections of the candidates.
	 * @return the connections, in the order of the candidates
	 */
	public List<CatalogEntry> entries() {
		return this.candidates.stream().map(ConnectionCandidate::entry).toList();
	}

}
