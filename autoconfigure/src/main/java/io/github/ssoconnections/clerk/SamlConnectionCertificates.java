// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

/**
 * The signing certificates of SAML connections, by the id of the SAML connection.
 * Deprecated by the vendor, as {@link SamlConnectionService} is: use
 * {@link EnterpriseConnectionCertificates}, with which changes made here take turns.
 */
public interface SamlConnectionCertificates extends ConnectionCertificates {

	/**
	 * Return the certificates of an account.
	 * @param service the service of the account
	 * @param client the account, whose changes are made one after the other
	 * @return the certificates
	 */
	static SamlConnectionCertificates create(SamlConnectionService service, ClerkClient client) {
		return new DefaultSamlConnectionCertificates(service, client);
	}

}
