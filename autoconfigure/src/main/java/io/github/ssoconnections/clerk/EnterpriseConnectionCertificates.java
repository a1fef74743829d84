// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

/**
 * The signing certificates of enterprise connections, by the id of the enterprise
 * connection.
 */
public interface EnterpriseConnectionCertificates extends ConnectionCertificates {

	/**
	 * Return the certificates of an account.
	 * @param service the service of the account
	 * @param client the account, whose changes are made one after the other
	 * @return the certificates
	 */
	static EnterpriseConnectionCertificates create(EnterpriseConnectionService service, ClerkClient client) {
		return new DefaultEnterpriseConnectionCertificates(service, client);
	}

}
