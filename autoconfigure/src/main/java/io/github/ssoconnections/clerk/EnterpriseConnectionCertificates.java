// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

/**
 * Client for the signing certificates of enterprise connections, by the id of the
 * enterprise connection.
 */
public interface EnterpriseConnectionCertificates extends ConnectionCertificates {

	/**
	 * Create a client for an account.
	 * @param service the service of the account
	 * @param client the client of the account, which serializes updates per connection
	 * @return the client
	 */
	static EnterpriseConnectionCertificates create(EnterpriseConnectionService service, ClerkClient client) {
		return new DefaultEnterpriseConnectionCertificates(service, client);
	}

}
