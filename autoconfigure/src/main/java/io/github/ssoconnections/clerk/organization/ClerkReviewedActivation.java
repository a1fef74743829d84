// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Activation of enterprise connections with consent: Clerk removes verified domains of
 * the organization that equal a domain of the connection, without notice.
 */
public interface ClerkReviewedActivation {

	/**
	 * Create an instance for an account.
	 * @param client the client of the account
	 * @param connections the service of connections
	 * @param activation the activation
	 * @param domains the service of domains
	 * @return the instance
	 */
	static ClerkReviewedActivation create(ClerkClient client, EnterpriseConnectionService connections,
			EnterpriseConnectionActivation activation, ClerkOrganizationDomains domains) {
		return new DefaultClerkReviewedActivation(client, connections, activation, domains);
	}

	/**
	 * Find the verified domains that an activation would remove. Nothing is changed.
	 * @param connectionId the id of the enterprise connection
	 * @return the review, which may be kept as a snapshot
	 */
	Mono<ActivationReview> review(String connectionId);

	/**
	 * Activate a connection as {@link EnterpriseConnectionActivation#activate} does, with
	 * consent to the removal of the domains of the review, and of no others. The domains
	 * are read again before.
	 * @param review the review, with whose domains the caller agrees
	 * @return the result, or {@link SsoApiException.Conflict} if another verified domain
	 * would be removed, which the message names; nothing is changed then
	 */
	Mono<ActivationResult> activate(ActivationReview review);

	/**
	 * Restore the domains of a review as verified domains with their enrollment mode,
	 * after the connection was deactivated or deleted. The caller vouches for them once
	 * more. Affiliation, pending invitations and suggestions do not come back. The same
	 * call again completes a partial restoration.
	 * @param review the review from before the activation
	 * @return the restored domains, or {@link SsoApiException.Conflict} if the connection
	 * is active: a domain that serves Enterprise SSO cannot be a verified domain of the
	 * same organization
	 */
	Flux<OrganizationDomain> restore(ActivationReview review);

}
