// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Mono;

/**
 * Creates connections that may already exist. Connections are identified by name, which
 * is unique in a tenant.
 */
public interface Auth0ConnectionCreation {

	/**
	 * Create an instance for a service. The settle time is the response timeout of the
	 * client, the total timeout its creation timeout.
	 * @param service the service
	 * @param client the client of the service
	 * @return the instance
	 */
	static Auth0ConnectionCreation create(Auth0ConnectionService service, Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		return new DefaultAuth0ConnectionCreation(service, client.account(),
				client.settings().client().responseTimeout(), client.settings().client().creationTimeout());
	}

	/**
	 * Create an instance for a service.
	 * @param service the service
	 * @param settleTime delay before searching again after a creation whose response was
	 * lost, such as the response timeout
	 * @param timeout the total timeout, including searches; longer than the settle time
	 * @return the creation
	 */
	static Auth0ConnectionCreation create(Auth0ConnectionService service, Duration settleTime, Duration timeout) {
		return new DefaultAuth0ConnectionCreation(service, Account.ofDefault(Auth0Vendor.NAME), settleTime, timeout);
	}

	/**
	 * Create a connection unless one of that name exists. If the response to the creation
	 * is lost, search again after the settle time and return the connection that is
	 * found. If another process has created the connection in the meantime, return that
	 * connection. The creation is never sent twice.
	 * @param connection the connection; its name must be set
	 * @return the connection, or an {@link SsoApiException}:
	 * {@link SsoApiException.OutcomeUnknown} if no connection was found after a lost
	 * response, or the search failed, {@link SsoApiException.Conflict} if a connection of
	 * that name is being deleted, or a connection of another name has the realm
	 * @throws IllegalArgumentException if the name is not set
	 */
	Mono<CreateResult<Auth0Connection>> createOrFind(NewAuth0Connection connection);

}
