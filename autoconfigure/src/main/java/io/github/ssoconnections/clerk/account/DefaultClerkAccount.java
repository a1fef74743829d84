// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.account;

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
 * Default implementation of {@link ClerkAccount}.
 */
@SuppressWarnings("deprecation")
record DefaultClerkAccount(ClerkClient client, EnterpriseConnectionService enterpriseConnections,
		EnterpriseConnectionCreation enterpriseConnectionCreation,
		EnterpriseConnectionCertificates enterpriseConnectionCertificates,
		EnterpriseConnectionActivation enterpriseConnectionActivation, SamlConnectionService samlConnections,
		SamlConnectionCreation samlConnectionCreation, SamlConnectionCertificates samlConnectionCertificates,
		ClerkReviewedActivation reviewedActivation, ClerkOrganizations organizations,
		ClerkOrganizationCreation organizationCreation, ClerkOrganizationDomains organizationDomains,
		ClerkDirectories directories, ClerkUserConnections userConnections,
		ClerkConnectionCatalog connectionCatalog) implements ClerkAccount {

	static DefaultClerkAccount of(ClerkClient client) {
		EnterpriseConnectionService enterprise = EnterpriseConnectionService.create(client);
		SamlConnectionService saml = SamlConnectionService.create(client);
		ClerkOrganizations organizations = ClerkOrganizations.create(client);
		ClerkOrganizationDomains domains = ClerkOrganizationDomains.create(client);
		EnterpriseConnectionActivation activation = EnterpriseConnectionActivation.create(enterprise, client,
				domains::verifiedNames);
		return new DefaultClerkAccount(client, enterprise, EnterpriseConnectionCreation.create(enterprise, client),
				EnterpriseConnectionCertificates.create(enterprise, client), activation, saml,
				SamlConnectionCreation.create(saml, client), SamlConnectionCertificates.create(saml, client),
				ClerkReviewedActivation.create(client, enterprise, activation, domains), organizations,
				ClerkOrganizationCreation.create(organizations, client), domains, ClerkDirectories.create(client),
				ClerkUserConnections.create(client),
				ClerkConnectionCatalog.create(client.account().name(), enterprise, saml));
	}

}
