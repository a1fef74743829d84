// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Mono;

/**
 * Creation of SAML connections without duplicates, which Clerk itself does not prevent.
 */
@SuppressWarnings("deprecation")
public interface SamlConnectionCreation {

	/**
	 * Create an instance for a service. The settle time is the response timeout of the
	 * client, the total timeout its creation timeout.
	 * @param service the service
	 * @param client the client of the service
	 * @return the instance
	 */
	static SamlConnectionCreation create(SamlConnectionService service, ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		return new DefaultSamlConnectionCreation(service, client.account(),
				client.settings().client().responseTimeout(), client.settings().client().creationTimeout());
	}

	/**
	 * Create an instance for a service.
	 * @param service the service
	 * @param settleTime the time to wait before the search for a connection whose
	 * creation response was lost, such as the response timeout
	 * @param timeout the total timeout, including every search; longer than the settle
	 * time
	 * @return the instance
	 */
	static SamlConnectionCreation create(SamlConnectionService service, Duration settleTime, Duration timeout) {
		return new DefaultSamlConnectionCreation(service, Account.ofDefault(ClerkVendor.NAME), settleTime, timeout);
	}

	/**
	 * Create a connection unless a connection with the same name and domains exists. If
	 * the response of the creation is lost, wait for the settle time, search again and
	 * return the connection found; the creation is never retried. Two concurrent callers
	 * may still create a connection each: Clerk does not prevent that.
	 * @param connection the connection; its name and domains must be set
	 * @return the connection, or an {@link SsoApiException}:
	 * {@link SsoApiException.OutcomeUnknown} if the connection was not found after a lost
	 * response, or the search failed; {@link SsoApiException.Conflict} if several such
	 * connections exist
	 * @throws IllegalArgumentException if the name or the domains are not set
	 */
	Mono<CreateResult<SamlConnection>> createOrFind(NewSamlConnection connection);

}
