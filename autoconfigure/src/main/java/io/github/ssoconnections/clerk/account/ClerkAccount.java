// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.account;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.CreatedServices;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkSecretExpiries;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionIds;
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
import io.github.ssoconnections.clerk.webhook.ClerkWebhooks;

/**
 * The services of an account at Clerk.
 */
@SuppressWarnings("deprecation")
public interface ClerkAccount {

	/**
	 * Return a service by its type.
	 * @param <T> the type
	 * @param type the type, such as {@code EnterpriseConnectionService.class}
	 * @return the service
	 * @throws IllegalArgumentException if there is no such service
	 */
	<T> T service(Class<T> type);

	/**
	 * Return the client that the services share.
	 * @return the client
	 */
	default ClerkClient client() {
		return service(ClerkClient.class);
	}

	/**
	 * Return the service of enterprise connections.
	 * @return the service
	 */
	default EnterpriseConnectionService enterpriseConnections() {
		return service(EnterpriseConnectionService.class);
	}

	/**
	 * Return the safe creation of enterprise connections.
	 * @return the creation
	 */
	default EnterpriseConnectionCreation enterpriseConnectionCreation() {
		return service(EnterpriseConnectionCreation.class);
	}

	/**
	 * Return the signing certificates of enterprise connections.
	 * @return the certificates
	 */
	default EnterpriseConnectionCertificates enterpriseConnectionCertificates() {
		return service(EnterpriseConnectionCertificates.class);
	}

	/**
	 * Return the activation of enterprise connections.
	 * @return the activation
	 */
	default EnterpriseConnectionActivation enterpriseConnectionActivation() {
		return service(EnterpriseConnectionActivation.class);
	}

	/**
	 * Return the times at which client secrets of OIDC connections expire.
	 * @return the times
	 */
	default ClerkSecretExpiries secretExpiries() {
		return service(ClerkSecretExpiries.class);
	}

	/**
	 * Return the look-up from the ids of SAML connections to those of enterprise
	 * connections.
	 * @return the look-up
	 */
	default EnterpriseConnectionIds enterpriseConnectionIds() {
		return service(EnterpriseConnectionIds.class);
	}

	/**
	 * Return the service of SAML connections.
	 * @return the service
	 */
	default SamlConnectionService samlConnections() {
		return service(SamlConnectionService.class);
	}

	/**
	 * Return the safe creation of SAML connections.
	 * @return the creation
	 */
	default SamlConnectionCreation samlConnectionCreation() {
		return service(SamlConnectionCreation.class);
	}

	/**
	 * Return the signing certificates of SAML connections.
	 * @return the certificates
	 */
	default SamlConnectionCertificates samlConnectionCertificates() {
		return service(SamlConnectionCertificates.class);
	}

	/**
	 * Return the activation that removes no verified domain unseen.
	 * @return the activation
	 */
	default ClerkReviewedActivation reviewedActivation() {
		return service(ClerkReviewedActivation.class);
	}

	/**
	 * Return the service of organizations.
	 * @return the service
	 */
	default ClerkOrganizations organizations() {
		return service(ClerkOrganizations.class);
	}

	/**
	 * Return the safe creation of organizations.
	 * @return the creation
	 */
	default ClerkOrganizationCreation organizationCreation() {
		return service(ClerkOrganizationCreation.class);
	}

	/**
	 * Return the domains of organizations.
	 * @return the domains
	 */
	default ClerkOrganizationDomains organizationDomains() {
		return service(ClerkOrganizationDomains.class);
	}

	/**
	 * Return the directories (SCIM) of connections.
	 * @return the directories
	 */
	default ClerkDirectories directories() {
		return service(ClerkDirectories.class);
	}

	/**
	 * Return the verification of webhooks.
	 * @return the verification
	 * @throws RuntimeException if no signing secret of the account is configured
	 */
	default ClerkWebhooks webhooks() {
		return service(ClerkWebhooks.class);
	}

	/**
	 * Return the look-up of the connections through which users came.
	 * @return the look-up
	 */
	default ClerkUserConnections userConnections() {
		return service(ClerkUserConnections.class);
	}

	/**
	 * Return the catalog of all connections.
	 * @return the catalog
	 */
	default ClerkConnectionCatalog connectionCatalog() {
		return service(ClerkConnectionCatalog.class);
	}

	/**
	 * Create the services of an account.
	 * @param client the client of the account
	 * @return the account
	 */
	static ClerkAccount of(ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		return CreatedServices.of(ClerkClient.class, client, ClerkServices.all())::get;
	}

}
