// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.user;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.user.UserConnections;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Enterprise connections through which users came, for support, and how many users an
 * activation moves. There is no index: every call is sent to Clerk.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href= "https://clerk.com/docs/reference/backend-api/tag/users/get/users">Clerk:
 * users</a>
 */
public interface ClerkUserConnections {

	/**
	 * Create the service for one account.
	 * @param client the client of the account
	 * @return the service
	 */
	static ClerkUserConnections create(ClerkClient client) {
		return new DefaultClerkUserConnections(client);
	}

	/**
	 * Find the users with an e-mail address, and the enterprise connections through which
	 * they came.
	 * @param emailAddress the address, looked up as given and in lower case
	 * @return the users, empty if there is none
	 */
	Flux<UserConnections> find(String emailAddress);

	/**
	 * Count the existing users that an activation of a connection moves: those with an
	 * address in one of its domains, and no account at it yet. Clerk has no request that
	 * counts them, so the users of each domain are listed, 500 per request and at most
	 * 10,000 per domain.
	 * @param connection the connection
	 * @return the number of users, and the warning
	 */
	Mono<MovedUsers> countMoved(EnterpriseConnection connection);

}
