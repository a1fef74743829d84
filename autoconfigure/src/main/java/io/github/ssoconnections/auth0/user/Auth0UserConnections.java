// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.user;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.user.UserConnections;
import reactor.core.publisher.Flux;

/**
 * Connections through which users came, for support. There is no index: every call is
 * sent to Auth0. There is no count of the users that an activation moves, as Auth0 moves
 * none: a user who signs in through another connection is another user.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/users-by-email/get-users-by-email">Auth0:
 * search users by e-mail address</a>
 */
public interface Auth0UserConnections {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0UserConnections create(Auth0Client client) {
		return new DefaultAuth0UserConnections(client);
	}

	/**
	 * Find the users with an e-mail address, and the connections through which they came.
	 * Auth0 compares upper and lower case: the address is searched as given and, if that
	 * differs, in lower case. Only ids, addresses and identities are requested. Needs the
	 * scope {@code read:users}.
	 * @param emailAddress the address
	 * @return the users, empty if there is none
	 */
	Flux<UserConnections> find(String emailAddress);

}
