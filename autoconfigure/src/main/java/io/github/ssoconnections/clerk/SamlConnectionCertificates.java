// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

/**
 * Client for the signing certificates of SAML connections, by the id of the SAML
 * connection. Deprecated by the vendor, as {@link SamlConnectionService}: use
 * {@link EnterpriseConnectionCertificates}. Updates of both are serialized per
 * connection.
 */
@SuppressWarnings("deprecation")
public interface SamlConnectionCertificates extends ConnectionCertificates {

	/**
	 * Create a client for an account.
	 * @param service the service of the account
	 * @param client the client of the account, which serializes updates per connection
	 * @return the client
	 */
	static SamlConnectionCertificates create(SamlConnectionService service, ClerkClient client) {
		return new DefaultSamlConnectionCertificates(service, client);
	}

}
