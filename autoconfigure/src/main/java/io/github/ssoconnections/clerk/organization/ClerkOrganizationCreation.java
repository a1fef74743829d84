// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.ClerkClient;
import reactor.core.publisher.Mono;

/**
 * Creation of organizations without duplicates, by slug, which is unique within the
 * account.
 */
public interface ClerkOrganizationCreation {

	/**
	 * Create an instance for a service. The settle time is the response timeout of the
	 * client, the total timeout its creation timeout.
	 * @param organizations the service
	 * @param client the client of the service
	 * @return the instance
	 */
	static ClerkOrganizationCreation create(ClerkOrganizations organizations, ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		return new DefaultClerkOrganizationCreation(organizations, client.account(),
				client.settings().client().responseTimeout(), client.settings().client().creationTimeout());
	}

	/**
	 * Create an instance for a service.
	 * @param organizations the service
	 * @param settleTime the time to wait before the search for an organization whose
	 * creation response was lost, such as the response timeout
	 * @param timeout the total timeout, including every search; longer than the settle
	 * time
	 * @return the instance
	 */
	static ClerkOrganizationCreation create(ClerkOrganizations organizations, Duration settleTime, Duration timeout) {
		return new DefaultClerkOrganizationCreation(organizations, Account.ofDefault("clerk"), settleTime, timeout);
	}

	/**
	 * Create an organization unless one with the same slug exists. An organization that
	 * exists is not changed. If the response of the creation is lost, wait for the settle
	 * time and get the organization by its slug; the creation is never retried.
	 * @param organization the organization; its slug must be set
	 * @return the organization, or an {@link SsoApiException}:
	 * {@link SsoApiException.OutcomeUnknown} if it was not found after a lost response
	 * @throws IllegalArgumentException if the slug is not set
	 */
	Mono<CreateResult<Organization>> createOrFind(NewOrganization organization);

}
