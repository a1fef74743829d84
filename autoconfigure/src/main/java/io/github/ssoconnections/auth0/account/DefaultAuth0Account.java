// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.account;

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
 * Default implementation of {@link Auth0Account}.
 */
record DefaultAuth0Account(Auth0Client client, Auth0ConnectionService connections,
		Auth0ConnectionCreation connectionCreation, Auth0ConnectionClients connectionClients,
		Auth0ConnectionKeys connectionKeys, Auth0ScimConfigurations scimConfigurations,
		Auth0DirectoryProvisionings directoryProvisionings, Auth0Organizations organizations,
		Auth0OrganizationConnections organizationConnections, Auth0SelfServiceProfiles selfServiceProfiles,
		Auth0SelfServiceTickets selfServiceTickets, Auth0SignInFailures signInFailures,
		Auth0DiscoveryDomains discoveryDomains, Auth0Applications applications,
		Auth0ConnectionCertificates connectionCertificates, Auth0Readiness readiness,
		Auth0UserConnections userConnections, Auth0ConnectionActivation connectionActivation,
		Auth0ServiceProvider serviceProvider, Auth0ConnectionCatalog connectionCatalog) implements Auth0Account {

	static DefaultAuth0Account of(Auth0Client client) {
		Auth0ConnectionService connections = Auth0ConnectionService.create(client);
		return new DefaultAuth0Account(client, connections, Auth0ConnectionCreation.create(connections, client),
				Auth0ConnectionClients.create(client), Auth0ConnectionKeys.create(client),
				Auth0ScimConfigurations.create(client), Auth0DirectoryProvisionings.create(client),
				Auth0Organizations.create(client), Auth0OrganizationConnections.create(client),
				Auth0SelfServiceProfiles.create(client), Auth0SelfServiceTickets.create(client),
				Auth0SignInFailures.create(client), Auth0DiscoveryDomains.create(client),
				Auth0Applications.create(client), Auth0ConnectionCertificates.create(client),
				Auth0Readiness.create(client), Auth0UserConnections.create(client),
				Auth0ConnectionActivation.create(client), Auth0ServiceProvider.create(client),
				Auth0ConnectionCatalog.create(client.account().name(), connections));
	}

}
