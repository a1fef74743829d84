// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * The keys with which OIDC and Okta connections authenticate at their IdP
 * ({@code private_key_jwt}).
 *
 * @see <a href= "https://auth0.com/docs/api/management/v2/connections/get-keys">Auth0:
 * Keys of a connection</a>
 */
public interface Auth0ConnectionKeys {

	/**
	 * Return the keys of the connections of one tenant.
	 * @param client the tenant
	 * @return the keys
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
	 * @param settings how they are to be
	 * @return the keys
	 */
	Mono<List<ConnectionKey>> create(String id, ConnectionKeySettings settings);

	/**
	 * Put the next key of a connection into use, and create another one to come after it.
	 * Needs the scope {@code update:connections_keys}.
	 * @param id the id of the connection
	 * @return the key that comes next
	 */
	Mono<ConnectionKey> rotate(String id);

	/**
	 * Put the next key of a connection into use, and create another one to come after it.
	 * @param id the id of the connection
	 * @param settings how the new one is to be
	 * @return the key that comes next
	 */
	Mono<ConnectionKey> rotate(String id, ConnectionKeySettings settings);

}
