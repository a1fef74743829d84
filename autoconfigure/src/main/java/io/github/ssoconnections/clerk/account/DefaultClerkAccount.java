// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.account;

import java.util.HashMap;
import java.util.Map;

import io.github.ssoconnections.Assert;
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

/**
 * Default implementation of {@link ClerkAccount}.
 */
@SuppressWarnings("deprecation")
record DefaultClerkAccount(Map<Class<?>, Object> services) implements ClerkAccount {

	static DefaultClerkAccount of(ClerkClient client) {
		EnterpriseConnectionService enterprise = EnterpriseConnectionService.create(client);
		SamlConnectionService saml = SamlConnectionService.create(client);
		ClerkOrganizations organizations = ClerkOrganizations.create(client);
		ClerkOrganizationDomains domains = ClerkOrganizationDomains.create(client);
		EnterpriseConnectionActivation activation = EnterpriseConnectionActivation.create(enterprise, client,
				domains::listVerifiedNames);
		Map<Class<?>, Object> services = new HashMap<>();
		services.put(ClerkClient.class, client);
		services.put(EnterpriseConnectionService.class, enterprise);
		services.put(EnterpriseConnectionCreation.class, EnterpriseConnectionCreation.create(enterprise, client));
		services.put(EnterpriseConnectionCertificates.class,
				EnterpriseConnectionCertificates.create(enterprise, client));
		services.put(EnterpriseConnectionActivation.class, activation);
		services.put(ClerkSecretExpiries.class, ClerkSecretExpiries.create(enterprise, client, null));
		services.put(SamlConnectionService.class, saml);
		services.put(EnterpriseConnectionIds.class, EnterpriseConnectionIds.create(enterprise, saml, client));
		services.put(SamlConnectionCreation.class, SamlConnectionCreation.create(saml, client));
		services.put(SamlConnectionCertificates.class, SamlConnectionCertificates.create(saml, client));
		services.put(ClerkReviewedActivation.class,
				ClerkReviewedActivation.create(client, enterprise, activation, domains));
		services.put(ClerkOrganizations.class, organizations);
		services.put(ClerkOrganizationCreation.class, ClerkOrganizationCreation.create(organizations, client));
		services.put(ClerkOrganizationDomains.class, domains);
		services.put(ClerkDirectories.class, ClerkDirectories.create(client));
		services.put(ClerkUserConnections.class, ClerkUserConnections.create(client));
		services.put(ClerkConnectionCatalog.class,
				ClerkConnectionCatalog.create(client.account().name(), enterprise, saml));
		return new DefaultClerkAccount(Map.copyOf(services));
	}

	@Override
	public <T> T service(Class<T> type) {
		Object service = this.services.get(type);
		Assert.isTrue(service != null, () -> "There is no service of " + type);
		return type.cast(service);
	}

}
