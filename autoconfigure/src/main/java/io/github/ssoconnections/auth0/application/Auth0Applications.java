// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.application;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Applications (clients) of a tenant, read only. Every request names the fields of
 * {@link Application}, so that no client secret and no key is in a response.
 *
 * @see <a href= "https://auth0.com/docs/api/management/v2/clients/get-clients">Auth0:
 * clients</a>
 */
public interface Auth0Applications {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0Applications create(Auth0Client client) {
		return new DefaultAuth0Applications(client);
	}

	/**
	 * List one page of the applications. Needs the scope {@code read:clients}, as does
	 * {@link #get}.
	 * @param query the page to return
	 * @return the page
	 */
	Mono<Auth0Page<Application>> list(Auth0PageQuery query);

	/**
	 * List all applications, fetching pages on demand.
	 * @return the applications
	 */
	default Flux<Application> listAll() {
		return listAll(new Auth0PageQuery());
	}

	/**
	 * List all applications, fetching pages on demand.
	 * @param query the page size and the start
	 * @return the applications
	 */
	Flux<Application> listAll(Auth0PageQuery query);

	/**
	 * Get an application.
	 * @param clientId the id of the application
	 * @return the application
	 */
	Mono<Application> get(String clientId);

}
