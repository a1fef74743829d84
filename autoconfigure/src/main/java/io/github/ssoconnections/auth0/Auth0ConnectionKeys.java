// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Keys that authenticate OIDC and Okta connections at the IdP ({@code private_key_jwt}).
 *
 * @see <a href= "https://auth0.com/docs/api/management/v2/connections/get-keys">Auth0:
 * Keys of a connection</a>
 */
public interface Auth0ConnectionKeys {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0ConnectionKeys create(Auth0Client client) {
		return new DefaultAuth0ConnectionKeys(client);
	}

	/**
	 * List the keys of a connection. Needs the scope {@code read:connections_keys}.
	 * @param id the id of the connection
	 * @return the keys
	 */
	Mono<List<ConnectionKey>> list(String id);

	/**
	 * Create the keys of a connection that has none. Needs the scope
	 * {@code create:connections_keys}.
	 * @param id the id of the connection
	 * @return the keys
	 */
	Mono<List<ConnectionKey>> create(String id);

	/**
	 * Create the keys of a connection that has none.
	 * @param id the id of the connection
	 * @param settings the settings
	 * @return the keys
	 */
	Mono<List<ConnectionKey>> create(String id, ConnectionKeySettings settings);

	/**
	 * Activate the next key of a connection, and create a new next key. Needs the scope
	 * {@code update:connections_keys}.
	 * @param id the id of the connection
	 * @return the new next key
	 */
	Mono<ConnectionKey> rotate(String id);

	/**
	 * Activate the next key of a connection, and create a new next key.
	 * @param id the id of the connection
	 * @param settings the settings of the new key
	 * @return the new next key
	 */
	Mono<ConnectionKey> rotate(String id, ConnectionKeySettings settings);

}
