// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Instant;

import io.github.ssoconnections.index.ConnectionCandidate;

/**
 * A connection that may serve what was looked up.
 *
 * @param connection the connection
 * @param reason why it may
 */
public record LookupCandidate(ConnectionRow connection, String reason) {

	static LookupCandidate of(ConnectionCandidate candidate, Instant now) {
		String domain = candidate.domain();
		String reason = switch (candidate.reason()) {
			case DOMAIN -> domain + " is one of its domains";
			case SUBDOMAIN -> "the domain is below " + domain + ", and the connection includes subdomains";
			case TENANT_DOMAIN -> domain + " is the domain of its tenant at the IdP only";
		};
		return new LookupCandidate(ConnectionRow.of(candidate.entry(), now), reason);
	}

}
