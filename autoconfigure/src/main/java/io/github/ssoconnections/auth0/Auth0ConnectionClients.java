// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The applications that use a connection. They cannot be set when a connection is created
 * or changed.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/connections/get-connection-clients">Auth0:
 * Enabled clients of a connection</a>
 */
public interface Auth0ConnectionClients {

	/**
	 * Return the applications of the connections of one tenant.
	 * @param client the tenant
	 * @return the applications
	 */
	static Auth0ConnectionClients create(Auth0Client client) {
		return new DefaultAuth0ConnectionClients(client);
	}

	/**
	 * List the first page of the applications of a connection.
	 * @param id the id of the connection
	 * @return the page, of 50 applications at most
	 */
	default Mono<Auth0Page<EnabledClient>> list(String id) {
		return list(id, new EnabledClientQuery());
	}

	/**
	 * List one page of the applications of a connection. Needs the scope
	 * {@code read:connections}.
	 * @param id the id of the connection
	 * @param query which page
	 * @return the page
	 */
	Mono<Auth0Page<EnabledClient>> list(String id, EnabledClientQuery query);

	/**
	 * List all applications of a connection, page by page, as far as they are asked for.
	 * @param id the id of the connection
	 * @return the applications
	 */
	default Flux<EnabledClient> listAll(String id) {
		return listAll(id, new EnabledClientQuery());
	}

	/**
	 * List the applications of a connection, page by page, as far as they are asked for.
	 * @param id the id of the connection
	 * @param query the size of a page, and where to start
	 * @return the applications
	 */
	Flux<EnabledClient> listAll(String id, EnabledClientQuery query);

	/**
	 * Change which applications use a connection; those that are not named stay as they
	 * are. Auth0 takes 50 at a time: more are sent one part after the other. Needs the
	 * scope {@code update:connections}.
	 * @param id the id of the connection
	 * @param changes the changes, at least one
	 * @return completes when all are made, or fails with the {@link SsoApiException} of
	 * the first part that failed, after which none is sent;
	 * {@link PartialClientUpdate#of(Throwable)} then tells what has been changed. To
	 * repeat a change does no harm
	 */
	Mono<Void> update(String id, List<ClientChange> changes);

}
