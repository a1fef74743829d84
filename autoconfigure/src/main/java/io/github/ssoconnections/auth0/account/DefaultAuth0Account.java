// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.account;

import java.util.HashMap;
import java.util.Map;

import io.github.ssoconnections.Assert;
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
 * Default implementation of {@link Auth0Account}.
 */
record DefaultAuth0Account(Map<Class<?>, Object> services) implements Auth0Account {

	static DefaultAuth0Account of(Auth0Client client) {
		Auth0ConnectionService connections = Auth0ConnectionService.create(client);
		Map<Class<?>, Object> services = new HashMap<>();
		services.put(Auth0Client.class, client);
		services.put(Auth0ConnectionService.class, connections);
		services.put(Auth0ConnectionCreation.class, Auth0ConnectionCreation.create(connections, client));
		services.put(Auth0ConnectionClients.class, Auth0ConnectionClients.create(client));
		services.put(Auth0ConnectionKeys.class, Auth0ConnectionKeys.create(client));
		services.put(Auth0SecretExpiries.class, Auth0SecretExpiries.create(client));
		services.put(Auth0ScimConfigurations.class, Auth0ScimConfigurations.create(client));
		services.put(Auth0DirectoryProvisionings.class, Auth0DirectoryProvisionings.create(client));
		services.put(Auth0Organizations.class, Auth0Organizations.create(client));
		services.put(Auth0OrganizationConnections.class, Auth0OrganizationConnections.create(client));
		services.put(Auth0SelfServiceProfiles.class, Auth0SelfServiceProfiles.create(client));
		services.put(Auth0SelfServiceTickets.class, Auth0SelfServiceTickets.create(client));
		services.put(Auth0SignInFailures.class, Auth0SignInFailures.create(client));
		services.put(Auth0DiscoveryDomains.class, Auth0DiscoveryDomains.create(client));
		services.put(Auth0Applications.class, Auth0Applications.create(client));
		services.put(Auth0ConnectionCertificates.class, Auth0ConnectionCertificates.create(client));
		services.put(Auth0Readiness.class, Auth0Readiness.create(client));
		services.put(Auth0UserConnections.class, Auth0UserConnections.create(client));
		services.put(Auth0ConnectionActivation.class, Auth0ConnectionActivation.create(client));
		services.put(Auth0ServiceProvider.class, Auth0ServiceProvider.create(client));
		services.put(Auth0ConnectionCatalog.class, Auth0ConnectionCatalog.create(client.account().name(), connections));
		return new DefaultAuth0Account(Map.copyOf(services));
	}

	@Override
	public <T> T service(Class<T> type) {
		Object service = this.services.get(type);
		Assert.isTrue(service != null, () -> "There is no service of " + type);
		return type.cast(service);
	}

}
