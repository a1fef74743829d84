// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.account;

import java.util.List;

import io.github.ssoconnections.account.ServiceDefinition;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkSecretExpiries;
import io.github.ssoconnections.clerk.ClerkSecretExpiryStore;
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
import io.github.ssoconnections.lint.PublicDomains;

/**
 * The services of an account at Clerk, each after those that it requires.
 */
@SuppressWarnings("deprecation")
public final class ClerkServices {

	private static final List<ServiceDefinition<?>> ALL = List.of(
			new ServiceDefinition<>(EnterpriseConnectionService.class,
					(services) -> EnterpriseConnectionService.create(services.get(ClerkClient.class))),
			new ServiceDefinition<>(SamlConnectionService.class,
					(services) -> SamlConnectionService.create(services.get(ClerkClient.class))),
			new ServiceDefinition<>(EnterpriseConnectionIds.class,
					(services) -> EnterpriseConnectionIds.create(services.get(EnterpriseConnectionService.class),
							services.get(SamlConnectionService.class), services.get(ClerkClient.class))),
			new ServiceDefinition<>(EnterpriseConnectionCreation.class,
					(services) -> EnterpriseConnectionCreation.create(services.get(EnterpriseConnectionService.class),
							services.get(ClerkClient.class))),
			new ServiceDefinition<>(SamlConnectionCreation.class,
					(services) -> SamlConnectionCreation.create(services.get(SamlConnectionService.class),
							services.get(ClerkClient.class))),
			new ServiceDefinition<>(EnterpriseConnectionCertificates.class,
					(services) -> EnterpriseConnectionCertificates
						.create(services.get(EnterpriseConnectionService.class), services.get(ClerkClient.class))),
			new ServiceDefinition<>(SamlConnectionCertificates.class,
					(services) -> SamlConnectionCertificates.create(services.get(SamlConnectionService.class),
							services.get(ClerkClient.class))),
			new ServiceDefinition<>(ClerkOrganizationDomains.class,
					(services) -> ClerkOrganizationDomains.create(services.get(ClerkClient.class),
							() -> services.shared(PublicDomains.class, PublicDomains::defaults))),
			new ServiceDefinition<>(EnterpriseConnectionActivation.class,
					(services) -> EnterpriseConnectionActivation.create(services.get(EnterpriseConnectionService.class),
							services.get(ClerkClient.class),
							services.get(ClerkOrganizationDomains.class)::listVerifiedNames)),
			new ServiceDefinition<>(ClerkSecretExpiries.class,
					(services) -> ClerkSecretExpiries.create(services.get(EnterpriseConnectionService.class),
							services.get(ClerkClient.class), services.shared(ClerkSecretExpiryStore.class))),
			new ServiceDefinition<>(ClerkConnectionCatalog.class,
					(services) -> ClerkConnectionCatalog.create(services.get(ClerkClient.class).account().name(),
							services.get(EnterpriseConnectionService.class), services.get(SamlConnectionService.class),
							services.shared(ClerkSecretExpiryStore.class))),
			new ServiceDefinition<>(ClerkOrganizations.class,
					(services) -> ClerkOrganizations.create(services.get(ClerkClient.class))),
			new ServiceDefinition<>(ClerkOrganizationCreation.class,
					(services) -> ClerkOrganizationCreation.create(services.get(ClerkOrganizations.class),
							services.get(ClerkClient.class))),
			new ServiceDefinition<>(ClerkDirectories.class,
					(services) -> ClerkDirectories.create(services.get(ClerkClient.class))),
			new ServiceDefinition<>(ClerkUserConnections.class,
					(services) -> ClerkUserConnections.create(services.get(ClerkClient.class))),
			new ServiceDefinition<>(ClerkReviewedActivation.class,
					(services) -> ClerkReviewedActivation.create(services.get(ClerkClient.class),
							services.get(EnterpriseConnectionService.class),
							services.get(EnterpriseConnectionActivation.class),
							services.get(ClerkOrganizationDomains.class))));

	private ClerkServices() {
	}

	/**
	 * Return how the services are created.
	 * @return the definitions
	 */
	public static List<ServiceDefinition<?>> all() {
		return ALL;
	}

}
