// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

/**
 * Default implementation of {@link ClerkAccount}.
 */
@SuppressWarnings("deprecation")
record DefaultClerkAccount(ClerkClient client, EnterpriseConnectionService enterpriseConnections,
		EnterpriseConnectionCreation enterpriseConnectionCreation,
		EnterpriseConnectionCertificates enterpriseConnectionCertificates,
		EnterpriseConnectionActivation enterpriseConnectionActivation, SamlConnectionService samlConnections,
		SamlConnectionCreation samlConnectionCreation,
		SamlConnectionCertificates samlConnectionCertificates) implements ClerkAccount {

	static DefaultClerkAccount of(ClerkClient client) {
		EnterpriseConnectionService enterprise = EnterpriseConnectionService.create(client);
		SamlConnectionService saml = SamlConnectionService.create(client);
		Duration settleTime = client.settings().client().responseTimeout();
		Duration timeout = client.settings().client().creationTimeout();
		return new DefaultClerkAccount(client, enterprise,
				EnterpriseConnectionCreation.create(enterprise, settleTime, timeout),
				EnterpriseConnectionCertificates.create(enterprise, client),
				EnterpriseConnectionActivation.create(enterprise, client), saml,
				SamlConnectionCreation.create(saml, settleTime, timeout),
				SamlConnectionCertificates.create(saml, client));
	}

}
