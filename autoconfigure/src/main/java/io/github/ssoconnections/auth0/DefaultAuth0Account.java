// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

/**
 * Default implementation of {@link Auth0Account}.
 */
record DefaultAuth0Account(Auth0Client client, Auth0ConnectionService connections,
		Auth0ConnectionCreation connectionCreation, Auth0ConnectionClients connectionClients,
		Auth0ConnectionKeys connectionKeys) implements Auth0Account {

	static DefaultAuth0Account of(Auth0Client client) {
		Auth0ConnectionService connections = Auth0ConnectionService.create(client);
		return new DefaultAuth0Account(client, connections,
				Auth0ConnectionCreation.create(connections, client.settings().client().responseTimeout(),
						client.settings().client().creationTimeout()),
				Auth0ConnectionClients.create(client), Auth0ConnectionKeys.create(client));
	}

}
