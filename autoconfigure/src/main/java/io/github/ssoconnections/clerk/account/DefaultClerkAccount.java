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

/**
 * Default implementation of {@link ClerkAccount}.
 */
@SuppressWarnings("deprecation")
record DefaultClerkAccount(ClerkClient client, EnterpriseConnectionService enterpriseConnections,
		EnterpriseConnectionCreation enterpriseConnectionCreation,
		EnterpriseConnectionCertificates enterpriseConnectionCertificates,
		EnterpriseConnectionActivation enterpriseConnectionActivation, SamlConnectionService samlConnections,
		SamlConnectionCreation samlConnectionCreation, SamlConnectionCertificates samlConnectionCertificates,
		ClerkConnectionCatalog connectionCatalog) implements ClerkAccount {

	static DefaultClerkAccount of(ClerkClient client) {
		EnterpriseConnectionService enterprise = EnterpriseConnectionService.create(client);
		SamlConnectionService saml = SamlConnectionService.create(client);
		return new DefaultClerkAccount(client, enterprise, EnterpriseConnectionCreation.create(enterprise, client),
				EnterpriseConnectionCertificates.create(enterprise, client),
				EnterpriseConnectionActivation.create(enterprise, client), saml,
				SamlConnectionCreation.create(saml, client), SamlConnectionCertificates.create(saml, client),
				ClerkConnectionCatalog.create(client.account().name(), enterprise, saml));
	}

}
