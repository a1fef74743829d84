// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.log;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import reactor.core.publisher.Mono;

/**
 * Sign-ins through a connection that failed, for support. Only the code, the description,
 * the time and the name of the user are requested, and the name is masked.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href= "https://auth0.com/docs/api/management/v2/logs/get-logs">Auth0: search
 * log events</a>
 */
public interface Auth0SignInFailures {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0SignInFailures create(Auth0Client client) {
		return new DefaultAuth0SignInFailures(client);
	}

	/**
	 * Return the latest 50 sign-ins through a connection that failed. Auth0 keeps them
	 * for 1 to 30 days, by plan, and lists an event some time after it happened. Needs
	 * the scope {@code read:logs}.
	 * @param connectionId the id of the connection
	 * @return the failures, the latest first
	 */
	default Mono<List<SignInFailure>> recent(String connectionId) {
		return recent(connectionId, 50);
	}

	/**
	 * Return the latest sign-ins through a connection that failed. Needs the scope
	 * {@code read:logs}.
	 * @param connectionId the id of the connection
	 * @param limit the maximum number of failures, 1 to 100
	 * @return the failures, the latest first
	 */
	Mono<List<SignInFailure>> recent(String connectionId, int limit);

}
