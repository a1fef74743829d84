// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.account;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.CreatedServices;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionCatalog;
import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0SecretExpiries;
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
	 * Return a service by its type.
	 * @param <T> the type
	 * @param type the type, such as {@code Auth0ConnectionService.class}
	 * @return the service
	 * @throws IllegalArgumentException if there is no such service
	 */
	<T> T service(Class<T> type);

	/**
	 * Return the client that the services share.
	 * @return the client
	 */
	default Auth0Client client() {
		return service(Auth0Client.class);
	}

	/**
	 * Return the service of connections.
	 * @return the service
	 */
	default Auth0ConnectionService connections() {
		return service(Auth0ConnectionService.class);
	}

	/**
	 * Return the safe creation of connections.
	 * @return the creation
	 */
	default Auth0ConnectionCreation connectionCreation() {
		return service(Auth0ConnectionCreation.class);
	}

	/**
	 * Return the signing certificates of connections.
	 * @return the certificates
	 */
	default Auth0ConnectionCertificates connectionCertificates() {
		return service(Auth0ConnectionCertificates.class);
	}

	/**
	 * Return what administrators of IdPs need.
	 * @return the service provider
	 */
	default Auth0ServiceProvider serviceProvider() {
		return service(Auth0ServiceProvider.class);
	}

	/**
	 * Return the enabled clients of connections.
	 * @return the clients
	 */
	default Auth0ConnectionClients connectionClients() {
		return service(Auth0ConnectionClients.class);
	}

	/**
	 * Return the keys of connections.
	 * @return the keys
	 */
	default Auth0ConnectionKeys connectionKeys() {
		return service(Auth0ConnectionKeys.class);
	}

	/**
	 * Return the times at which client secrets of OIDC connections expire.
	 * @return the times
	 */
	default Auth0SecretExpiries secretExpiries() {
		return service(Auth0SecretExpiries.class);
	}

	/**
	 * Return the SCIM configurations of connections.
	 * @return the SCIM configurations
	 */
	default Auth0ScimConfigurations scimConfigurations() {
		return service(Auth0ScimConfigurations.class);
	}

	/**
	 * Return the directory provisioning of connections.
	 * @return the directory provisioning
	 */
	default Auth0DirectoryProvisionings directoryProvisionings() {
		return service(Auth0DirectoryProvisionings.class);
	}

	/**
	 * Return the service of organizations.
	 * @return the service
	 */
	default Auth0Organizations organizations() {
		return service(Auth0Organizations.class);
	}

	/**
	 * Return the connections of organizations.
	 * @return the connections
	 */
	default Auth0OrganizationConnections organizationConnections() {
		return service(Auth0OrganizationConnections.class);
	}

	/**
	 * Return the self-service profiles.
	 * @return the profiles
	 */
	default Auth0SelfServiceProfiles selfServiceProfiles() {
		return service(Auth0SelfServiceProfiles.class);
	}

	/**
	 * Return the self-service tickets.
	 * @return the tickets
	 */
	default Auth0SelfServiceTickets selfServiceTickets() {
		return service(Auth0SelfServiceTickets.class);
	}

	/**
	 * Return the sign-ins that failed.
	 * @return the failures
	 */
	default Auth0SignInFailures signInFailures() {
		return service(Auth0SignInFailures.class);
	}

	/**
	 * Return the discovery domains of organizations.
	 * @return the domains
	 */
	default Auth0DiscoveryDomains discoveryDomains() {
		return service(Auth0DiscoveryDomains.class);
	}

	/**
	 * Return the applications of the tenant.
	 * @return the applications
	 */
	default Auth0Applications applications() {
		return service(Auth0Applications.class);
	}

	/**
	 * Return the check of what is missing for a sign-in.
	 * @return the check
	 */
	default Auth0Readiness readiness() {
		return service(Auth0Readiness.class);
	}

	/**
	 * Return the look-up of the connections through which users came.
	 * @return the look-up
	 */
	default Auth0UserConnections userConnections() {
		return service(Auth0UserConnections.class);
	}

	/**
	 * Return the activation of connections.
	 * @return the activation
	 */
	default Auth0ConnectionActivation connectionActivation() {
		return service(Auth0ConnectionActivation.class);
	}

	/**
	 * Return the catalog of enterprise connections.
	 * @return the catalog
	 */
	default Auth0ConnectionCatalog connectionCatalog() {
		return service(Auth0ConnectionCatalog.class);
	}

	/**
	 * Create the services of a tenant.
	 * @param client the client of the tenant
	 * @return the account
	 */
	static Auth0Account of(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		return CreatedServices.of(Auth0Client.class, client, Auth0Services.all())::get;
	}

}
