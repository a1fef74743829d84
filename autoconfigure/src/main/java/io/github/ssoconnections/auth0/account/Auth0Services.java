// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.account;

import java.util.List;

import io.github.ssoconnections.account.ServiceDefinition;
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
import io.github.ssoconnections.auth0.discovery.TxtRecords;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.lint.PublicDomains;

/**
 * The services of an account at Auth0, each after those that it requires.
 */
public final class Auth0Services {

	private static final List<ServiceDefinition<?>> ALL = List.of(
			new ServiceDefinition<>(Auth0ConnectionService.class,
					(services) -> Auth0ConnectionService.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0ConnectionCreation.class,
					(services) -> Auth0ConnectionCreation.create(services.get(Auth0ConnectionService.class),
							services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0ConnectionCertificates.class,
					(services) -> Auth0ConnectionCertificates.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0ServiceProvider.class,
					(services) -> Auth0ServiceProvider.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0ConnectionClients.class,
					(services) -> Auth0ConnectionClients.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0ConnectionKeys.class,
					(services) -> Auth0ConnectionKeys.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0SecretExpiries.class,
					(services) -> Auth0SecretExpiries.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0ScimConfigurations.class,
					(services) -> Auth0ScimConfigurations.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0DirectoryProvisionings.class,
					(services) -> Auth0DirectoryProvisionings.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0Organizations.class,
					(services) -> Auth0Organizations.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0OrganizationConnections.class,
					(services) -> Auth0OrganizationConnections.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0SelfServiceProfiles.class,
					(services) -> Auth0SelfServiceProfiles.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0SelfServiceTickets.class,
					(services) -> Auth0SelfServiceTickets.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0SignInFailures.class,
					(services) -> Auth0SignInFailures.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0DiscoveryDomains.class,
					(services) -> Auth0DiscoveryDomains.create(services.get(Auth0Client.class),
							() -> services.shared(PublicDomains.class, PublicDomains::defaults),
							services.shared(TxtRecords.class, TxtRecords::ofDns))),
			new ServiceDefinition<>(Auth0Applications.class,
					(services) -> Auth0Applications.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0Readiness.class,
					(services) -> Auth0Readiness.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0UserConnections.class,
					(services) -> Auth0UserConnections.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0ConnectionActivation.class,
					(services) -> Auth0ConnectionActivation.create(services.get(Auth0Client.class))),
			new ServiceDefinition<>(Auth0ConnectionCatalog.class, (services) -> Auth0ConnectionCatalog
				.create(services.get(Auth0Client.class).account().name(), services.get(Auth0ConnectionService.class))));

	private Auth0Services() {
	}

	/**
	 * Return how the services are created.
	 * @return the definitions
	 */
	public static List<ServiceDefinition<?>> all() {
		return ALL;
	}

}
