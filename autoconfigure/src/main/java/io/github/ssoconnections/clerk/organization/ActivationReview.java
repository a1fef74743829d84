// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.util.List;

import io.github.ssoconnections.clerk.EnterpriseConnection;

/**
 * What an activation would remove, and the snapshot for a restoration.
 *
 * @param connection the connection
 * @param verifiedDomains the verified domains of its organization that Clerk removes when
 * the connection is activated, with enrollment mode, pending invitations and pending
 * suggestions; empty if there are none
 */
public record ActivationReview(EnterpriseConnection connection, List<OrganizationDomain> verifiedDomains) {

	public ActivationReview {
		verifiedDomains = List.copyOf(verifiedDomains);
	}

}
