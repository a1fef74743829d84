// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Mono;

/**
 * Creates connections that may be there already: by their names, which are unique in a
 * tenant.
 */
public interface Auth0ConnectionCreation {

	/**
	 * Return a creation over a service.
	 * @param service the service
	 * @param settleTime how long to wait before looking again after a creation whose
	 * answer was lost: the response time-out, say
	 * @return the creation, which takes five minutes and the settle time at most
	 */
	static Auth0ConnectionCreation create(Auth0ConnectionService service, Duration settleTime) {
		return create(service, settleTime, settleTime.plusMinutes(5));
	}

	/**
	 * Return a creation over a service.
	 * @param service the service
	 * @param settleTime how long to wait before looking again after a creation whose
	 * answer was lost: the response time-out, say
	 * @param timeout the total timeout, including every look; longer than the settle time
	 * @return the creation
	 */
	static Auth0ConnectionCreation create(Auth0ConnectionService service, Duration settleTime, Duration timeout) {
		return new DefaultAuth0ConnectionCreation(service, settleTime, timeout);
	}

	/**
	 * Create a connection unless there is one of that name. If the answer to the creation
	 * is lost, wait, look again and give what is found; if someone else was faster, give
	 * what they have created. A second creation is never tried.
	 * @param connection the connection; its name must be set
	 * @return the connection, or an {@link SsoApiException}:
	 * {@link SsoApiException.OutcomeUnknown} if it was not found after a lost response,
	 * or could not be looked for, {@link SsoApiException.Conflict} if a connection of
	 * that name is being deleted, or one of another name has the realm
	 * @throws IllegalArgumentException if the name is not set
	 */
	Mono<CreateResult<Auth0Connection>> createOrFind(NewAuth0Connection connection);

}
