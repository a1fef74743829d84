// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.account;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCertificates;
import io.github.ssoconnections.clerk.SamlConnectionCreation;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationCreation;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.organization.ClerkReviewedActivation;
import io.github.ssoconnections.clerk.user.ClerkUserConnections;

/**
 * The services of an account at Clerk.
 */
@SuppressWarnings("deprecation")
public interface ClerkAccount {

	/**
	 * Return the client that the services share.
	 * @return the client
	 */
	ClerkClient client();

	/**
	 * Return the service of enterprise connections.
	 * @return the service
	 */
	EnterpriseConnectionService enterpriseConnections();

	/**
	 * Return the safe creation of enterprise connections.
	 * @return the creation
	 */
	EnterpriseConnectionCreation enterpriseConnectionCreation();

	/**
	 * Return the signing certificates of enterprise connections.
	 * @return the certificates
	 */
	EnterpriseConnectionCertificates enterpriseConnectionCertificates();

	/**
	 * Return the activation of enterprise connections.
	 * @return the activation
	 */
	EnterpriseConnectionActivation enterpriseConnectionActivation();

	/**
	 * Return the service of SAML connections.
	 * @return the service
	 */
	SamlConnectionService samlConnections();

	/**
	 * Return the safe creation of SAML connections.
	 * @return the creation
	 */
	SamlConnectionCreation samlConnectionCreation();

	/**
	 * Return the signing certificates of SAML connections.
	 * @return the certificates
	 */
	SamlConnectionCertificates samlConnectionCertificates();

	/**
	 * Return the activation that removes no verified domain unseen.
	 * @return the activation
	 */
	ClerkReviewedActivation reviewedActivation();

	/**
	 * Return the service of organizations.
	 * @return the service
	 */
	ClerkOrganizations organizations();

	/**
	 * Return the safe creation of organizations.
	 * @return the creation
	 */
	ClerkOrganizationCreation organizationCreation();

	/**
	 * Return the domains of organizations.
	 * @return the domains
	 */
	ClerkOrganizationDomains organizationDomains();

	/**
	 * Return the directories (SCIM) of connections.
	 * @return the directories
	 */
	ClerkDirectories directories();

	/**
	 * Return the look-up of the connections through which users came.
	 * @return the look-up
	 */
	ClerkUserConnections userConnections();

	/**
	 * Return the catalog of all connections.
	 * @return the catalog
	 */
	ClerkConnectionCatalog connectionCatalog();

	/**
	 * Create the services of an account.
	 * @param client the client of the account
	 * @return the account
	 */
	static ClerkAccount of(ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		return DefaultClerkAccount.of(client);
	}

}
