// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Applications that use a connection. They cannot be set in the creation or update of a
 * connection.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/connections/get-connection-clients">Auth0:
 * Enabled clients of a connection</a>
 */
public interface Auth0ConnectionClients {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0ConnectionClients create(Auth0Client client) {
		return new DefaultAuth0ConnectionClients(client);
	}

	/**
	 * List the first page of the applications of a connection.
	 * @param id the id of the connection
	 * @return the page, with up to 50 applications
	 */
	default Mono<Auth0Page<EnabledClient>> list(String id) {
		return list(id, new EnabledClientQuery());
	}

	/**
	 * List one page of the applications of a connection. Needs the scope
	 * {@code read:connections}.
	 * @param id the id of the connection
	 * @param query the page to return
	 * @return the page
	 */
	Mono<Auth0Page<EnabledClient>> list(String id, EnabledClientQuery query);

	/**
	 * List all applications of a connection, fetching pages on demand.
	 * @param id the id of the connection
	 * @return the applications
	 */
	default Flux<EnabledClient> listAll(String id) {
		return listAll(id, new EnabledClientQuery());
	}

	/**
	 * List the applications of a connection, fetching pages on demand.
	 * @param id the id of the connection
	 * @param query the page size and the start
	 * @return the applications
	 */
	Flux<EnabledClient> listAll(String id, EnabledClientQuery query);

	/**
	 * Change which applications use a connection; other applications are not affected.
	 * Auth0 accepts 50 changes per request: more are sent in consecutive requests. Needs
	 * the scope {@code update:connections}.
	 * @param id the id of the connection
	 * @param changes the changes, at least one
	 * @return completes when all changes are made, or fails with the
	 * {@link SsoApiException} of the first failed request, after which no further request
	 * is sent; {@link PartialClientUpdate#of(Throwable)} then returns the result so far.
	 * Changes can safely be sent again
	 */
	Mono<Void> update(String id, List<ClientChange> changes);

}
