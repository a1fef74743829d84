// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Assert;

/**
 * The services of a tenant at Auth0. Those of SCIM and of directory provisioning are
 * created with its {@link #client() client}.
 */
public interface Auth0Account {

	/**
	 * Return the client that the services share.
	 * @return the client
	 */
	Auth0Client client();

	/**
	 * Return the service of connections.
	 * @return the service
	 */
	Auth0ConnectionService connections();

	/**
	 * Return the safe creation of connections.
	 * @return the creation
	 */
	Auth0ConnectionCreation connectionCreation();

	/**
	 * Return the enabled clients of connections.
	 * @return the clients
	 */
	Auth0ConnectionClients connectionClients();

	/**
	 * Return the keys of connections.
	 * @return the keys
	 */
	Auth0ConnectionKeys connectionKeys();

	/**
	 * Create the services of a tenant.
	 * @param client the client of the tenant
	 * @return the account
	 */
	static Auth0Account of(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		return DefaultAuth0Account.of(client);
	}

}
