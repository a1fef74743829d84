// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.Arrays;
import java.util.List;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's connection is created from.
 *
 * @param customer the name of the customer, which becomes the display name of the
 * connection
 * @param idp what the administrator of the customer's IdP has sent
 * @param domains the e-mail domains whose users sign in through the connection, at least
 * one
 * @param organization the organization of the customer, {@code null} for none
 * @param clientIds the clients (applications) whose users sign in through the connection.
 * Auth0 needs at least one; Clerk has none
 * @param discoveryDomains whether the domains are added to the organization as pending
 * discovery domains, for the organization prompt (Auth0)
 * @param connectionName the immutable name of the connection (Auth0); {@code null} for
 * one made from the name of the customer
 */
public record OnboardingRequest(String customer, IdpSettings idp, List<String> domains,
		@Nullable CustomerOrganization organization, List<String> clientIds, boolean discoveryDomains,
		@Nullable String connectionName) {

	public OnboardingRequest {
		Assert.hasText(customer, "'customer' must not be empty");
		Assert.notNull(idp, "'idp' must not be null");
		Assert.notEmpty(domains, "'domains' must not be empty");
		Assert.noNullElements(domains, "'domains' must not contain null");
		Assert.notNull(clientIds, "'clientIds' must not be null");
		Assert.noNullElements(clientIds, "'clientIds' must not contain null");
		domains = List.copyOf(domains);
		clientIds = List.copyOf(clientIds);
		Assert.isTrue(!discoveryDomains || organization != null,
				"Discovery domains belong to an organization: 'organization' must be set");
	}

	/**
	 * Create a request without an organization and clients.
	 * @param customer the name of the customer
	 * @param idp what the administrator of the customer's IdP has sent
	 * @param domains the e-mail domains
	 * @return the request
	 */
	public static OnboardingRequest of(String customer, IdpSettings idp, String... domains) {
		return new OnboardingRequest(customer, idp, Arrays.asList(domains), null, List.of(), false, null);
	}

	/**
	 * Return a copy with an organization.
	 * @param organization the organization
	 * @return the request
	 */
	public OnboardingRequest withOrganization(CustomerOrganization organization) {
		return new OnboardingRequest(this.customer, this.idp, this.domains, organization, this.clientIds,
				this.discoveryDomains, this.connectionName);
	}

	/**
	 * Return a copy with clients.
	 * @param clientIds the clients
	 * @return the request
	 */
	public OnboardingRequest withClients(String... clientIds) {
		return new OnboardingRequest(this.customer, this.idp, this.domains, this.organization, Arrays.asList(clientIds),
				this.discoveryDomains, this.connectionName);
	}

	/**
	 * Return a copy whose domains are added to the organization as pending discovery
	 * domains.
	 * @return the request
	 */
	public OnboardingRequest withDiscoveryDomains() {
		return new OnboardingRequest(this.customer, this.idp, this.domains, this.organization, this.clientIds, true,
				this.connectionName);
	}

	/**
	 * Return a copy with the name of the connection.
	 * @param connectionName the immutable name (Auth0)
	 * @return the request
	 */
	public OnboardingRequest withConnectionName(String connectionName) {
		return new OnboardingRequest(this.customer, this.idp, this.domains, this.organization, this.clientIds,
				this.discoveryDomains, connectionName);
	}

}
