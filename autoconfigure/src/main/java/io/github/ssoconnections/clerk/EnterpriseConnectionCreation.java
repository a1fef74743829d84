// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Mono;

/**
 * Creates enterprise connections without ever creating one twice, which Clerk itself has
 * no means against.
 */
public interface EnterpriseConnectionCreation {

	/**
	 * Return a creation over a service.
	 * @param service the service
	 * @param settleTime how long to wait before looking again after a creation whose
	 * answer was lost: the response time-out, say
	 * @return the creation, which takes five minutes and the settle time at most
	 */
	static EnterpriseConnectionCreation create(EnterpriseConnectionService service, Duration settleTime) {
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
	static EnterpriseConnectionCreation create(EnterpriseConnectionService service, Duration settleTime,
			Duration timeout) {
		return new DefaultEnterpriseConnectionCreation(service, settleTime, timeout);
	}

	/**
	 * Create a connection unless there is one of that name and those domains. If the
	 * answer to the creation is lost, wait, look again and give what is found; a second
	 * creation is never tried. Two callers that run this at the same time may still
	 * create one each: Clerk has nothing to prevent that.
	 * @param connection the connection; its name and domains must be set
	 * @return the connection, or an {@link SsoApiException}:
	 * {@link SsoApiException.OutcomeUnknown} if it was not found after a lost response,
	 * or could not be looked for, {@link SsoApiException.Conflict} if there are several
	 * already
	 * @throws IllegalArgumentException if the name or the domains are not set
	 */
	Mono<CreateResult<EnterpriseConnection>> createOrFind(NewEnterpriseConnection connection);

}
