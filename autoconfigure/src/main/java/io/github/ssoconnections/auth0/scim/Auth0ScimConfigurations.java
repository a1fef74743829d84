// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.util.List;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * SCIM configurations of connections, and the tokens of the IdPs.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/connections/get-scim-configuration">Auth0:
 * SCIM configuration of a connection</a>
 */
public interface Auth0ScimConfigurations {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0ScimConfigurations create(Auth0Client client) {
		return new DefaultAuth0ScimConfigurations(client);
	}

	/**
	 * List one page of the configurations of all connections. Needs the scope
	 * {@code read:scim_config}, as do the other read operations.
	 * @param query the page to return
	 * @return the page
	 */
	Mono<Auth0Page<ScimConfiguration>> list(Auth0PageQuery query);

	/**
	 * List the configurations of all connections, fetching pages on demand.
	 * @return the configurations
	 */
	default Flux<ScimConfiguration> listAll() {
		return listAll(new Auth0PageQuery());
	}

	/**
	 * List the configurations of all connections, fetching pages on demand.
	 * @param query the page size and the start
	 * @return the configurations
	 */
	Flux<ScimConfiguration> listAll(Auth0PageQuery query);

	/**
	 * Get the configuration of a connection.
	 * @param id the id of the connection
	 * @return the configuration
	 */
	Mono<ScimConfiguration> get(String id);

	/**
	 * Create a configuration with Auth0's defaults. Needs the scope
	 * {@code create:scim_config}.
	 * @param id the id of the connection
	 * @return the created configuration
	 */
	Mono<ScimConfiguration> create(String id);

	/**
	 * Create a configuration.
	 * @param id the id of the connection
	 * @param settings the settings
	 * @return the created configuration
	 */
	Mono<ScimConfiguration> create(String id, ScimSettings settings);

	/**
	 * Update a configuration. Needs the scope {@code update:scim_config}.
	 * @param id the id of the connection
	 * @param settings the settings; Auth0 requires both attribute and mapping
	 * @return the updated configuration
	 */
	Mono<ScimConfiguration> update(String id, ScimSettings settings);

	/**
	 * Delete a configuration. Needs the scope {@code delete:scim_config}.
	 * @param id the id of the connection
	 * @return completes when the deletion is done
	 */
	Mono<Void> delete(String id);

	/**
	 * Get the default mapping.
	 * @param id the id of the connection
	 * @return the mapping
	 */
	Mono<DefaultScimMapping> getDefaultMapping(String id);

	/**
	 * List the tokens of a connection, without their values. Needs the scope
	 * {@code read:scim_token}.
	 * @param id the id of the connection
	 * @return the tokens
	 */
	Mono<List<ScimToken>> listTokens(String id);

	/**
	 * Create a token. A connection can have two. Needs the scope
	 * {@code create:scim_token}.
	 * @param id the id of the connection
	 * @param token the settings
	 * @return the token; later responses do not contain its value
	 */
	Mono<ScimToken> createToken(String id, NewScimToken token);

	/**
	 * Delete a token. Needs the scope {@code delete:scim_token}.
	 * @param id the id of the connection
	 * @param tokenId the id of the token
	 * @return completes when the deletion is done
	 */
	Mono<Void> deleteToken(String id, String tokenId);

}
