// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.account;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionCatalog;
import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0ServiceProvider;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;

/**
 * The services of a tenant at Auth0.
 */
public interface Auth0Account {

	/**
	 * Return the client that the services share.
	 * @return the client
	 */
	Auth0Client client();

	/**
	 * Return the service of connections.
	 * @return the service
	 */
	Auth0ConnectionService connections();

	/**
	 * Return the safe creation of connections.
	 * @return the creation
	 */
	Auth0ConnectionCreation connectionCreation();

	/**
	 * Return the signing certificates of connections.
	 * @return the certificates
	 */
	Auth0ConnectionCertificates connectionCertificates();

	/**
	 * Return what administrators of IdPs need.
	 * @return the service provider
	 */
	Auth0ServiceProvider serviceProvider();

	/**
	 * Return the enabled clients of connections.
	 * @return the clients
	 */
	Auth0ConnectionClients connectionClients();

	/**
	 * Return the keys of connections.
	 * @return the keys
	 */
	Auth0ConnectionKeys connectionKeys();

	/**
	 * Return the SCIM configurations of connections.
	 * @return the SCIM configurations
	 */
	Auth0ScimConfigurations scimConfigurations();

	/**
	 * Return the directory provisioning of connections.
	 * @return the directory provisioning
	 */
	Auth0DirectoryProvisionings directoryProvisionings();

	/**
	 * Return the service of organizations.
	 * @return the service
	 */
	Auth0Organizations organizations();

	/**
	 * Return the connections of organizations.
	 * @return the connections
	 */
	Auth0OrganizationConnections organizationConnections();

	/**
	 * Return the self-service profiles.
	 * @return the profiles
	 */
	Auth0SelfServiceProfiles selfServiceProfiles();

	/**
	 * Return the self-service tickets.
	 * @return the tickets
	 */
	Auth0SelfServiceTickets selfServiceTickets();

	/**
	 * Return the sign-ins that failed.
	 * @return the failures
	 */
	Auth0SignInFailures signInFailures();

	/**
	 * Return the discovery domains of organizations.
	 * @return the domains
	 */
	Auth0DiscoveryDomains discoveryDomains();

	/**
	 * Return the applications of the tenant.
	 * @return the applications
	 */
	Auth0Applications applications();

	/**
	 * Return the check of what is missing for a sign-in.
	 * @return the check
	 */
	Auth0Readiness readiness();

	/**
	 * Return the look-up of the connections through which users came.
	 * @return the look-up
	 */
	Auth0UserConnections userConnections();

	/**
	 * Return the activation of connections.
	 * @return the activation
	 */
	Auth0ConnectionActivation connectionActivation();

	/**
	 * Return the catalog of enterprise connections.
	 * @return the catalog
	 */
	Auth0ConnectionCatalog connectionCatalog();

	/**
	 * Create the services of a tenant.
	 * @param client the client of the tenant
	 * @return the account
	 */
	static Auth0Account of(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		return DefaultAuth0Account.of(client);
	}

}
