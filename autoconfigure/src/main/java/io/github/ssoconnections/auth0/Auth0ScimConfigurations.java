// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How IdPs provision users of connections over SCIM, and the tokens with which they do.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/connections/get-scim-configuration">Auth0:
 * SCIM configuration of a connection</a>
 */
public interface Auth0ScimConfigurations {

	/**
	 * Return the SCIM configurations of one tenant.
	 * @param client the tenant
	 * @return the configurations
	 */
	static Auth0ScimConfigurations create(Auth0Client client) {
		return new DefaultAuth0ScimConfigurations(client);
	}

	/**
	 * List one page of the configurations of all connections. Needs the scope
	 * {@code read:scim_config}, as do the other readings.
	 * @param query which page
	 * @return the page
	 */
	Mono<Auth0Page<ScimConfiguration>> list(Auth0PageQuery query);

	/**
	 * List the configurations of all connections, page by page, as far as they are asked
	 * for.
	 * @return the configurations
	 */
	default Flux<ScimConfiguration> listAll() {
		return listAll(new Auth0PageQuery());
	}

	/**
	 * List the configurations of all connections, page by page, as far as they are asked
	 * for.
	 * @param query the size of a page, and where to start
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
	 * Create a configuration of Auth0's own choice. Needs the scope
	 * {@code create:scim_config}.
	 * @param id the id of the connection
	 * @return the configuration as created
	 */
	Mono<ScimConfiguration> create(String id);

	/**
	 * Create a configuration.
	 * @param id the id of the connection
	 * @param settings how it is to be
	 * @return the configuration as created
	 */
	Mono<ScimConfiguration> create(String id, ScimSettings settings);

	/**
	 * Change a configuration. Needs the scope {@code update:scim_config}.
	 * @param id the id of the connection
	 * @param settings how it is to be: Auth0 requires both, the attribute and the mapping
	 * @return the configuration as changed
	 */
	Mono<ScimConfiguration> update(String id, ScimSettings settings);

	/**
	 * Delete a configuration. Needs the scope {@code delete:scim_config}.
	 * @param id the id of the connection
	 * @return completes when it is deleted
	 */
	Mono<Void> delete(String id);

	/**
	 * Get the mapping that a configuration has when none is given.
	 * @param id the id of the connection
	 * @return the mapping
	 */
	Mono<DefaultScimMapping> getDefaultMapping(String id);

	/**
	 * List the tokens of a connection, without the tokens themselves. Needs the scope
	 * {@code read:scim_token}.
	 * @param id the id of the connection
	 * @return the tokens
	 */
	Mono<List<ScimToken>> listTokens(String id);

	/**
	 * Create a token, of which a connection can have two. Needs the scope
	 * {@code create:scim_token}.
	 * @param id the id of the connection
	 * @param token how it is to be
	 * @return the token, which Auth0 answers this once
	 */
	Mono<ScimToken> createToken(String id, NewScimToken token);

	/**
	 * Delete a token. Needs the scope {@code delete:scim_token}.
	 * @param id the id of the connection
	 * @param tokenId the id of the token
	 * @return completes when it is deleted
	 */
	Mono<Void> deleteToken(String id, String tokenId);

}
