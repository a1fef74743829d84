// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.catalog.SecretExpiries;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Times at which the client secrets of OIDC connections at Clerk expire. A connection at
 * Clerk has no place for them: they are in a {@link ClerkSecretExpiryStore} of the
 * application. Without one, every method fails with an {@link IllegalStateException}, as
 * a time that is lost at the next restart would be watched by nobody.
 * <p>
 * Other failures are those of the store, or an {@link SsoApiException}. An invalid
 * argument fails the method call with an {@link IllegalArgumentException}, and nothing is
 * sent.
 */
public interface ClerkSecretExpiries extends SecretExpiries {

	/**
	 * Create the service for one account.
	 * @param service the enterprise connections of the account
	 * @param client the client of the account
	 * @param store the store, {@code null} if there is none
	 * @return the service
	 */
	static ClerkSecretExpiries create(EnterpriseConnectionService service, ClerkClient client,
			@Nullable ClerkSecretExpiryStore store) {
		return new DefaultClerkSecretExpiries(service, client, store);
	}

	/**
	 * Note the time at which the client secret of a connection expires. Makes one
	 * request, which gets the connection. The catalog has the time from its next refresh
	 * on.
	 * @param connectionId the id of the enterprise connection
	 * @param expiresAt the time, in seconds, from the year 2000 to 9999
	 * @return the completion; {@link SsoApiException.NotFound} if there is no such
	 * connection, {@link SsoApiException.InvalidRequest} if it uses SAML: nothing is
	 * stored then
	 */
	@Override
	Mono<Void> noteSecretExpiry(String connectionId, Instant expiresAt);

	/**
	 * Remove the noted time, if there is one. Makes no request: the connection may be
	 * deleted.
	 * @param connectionId the id of the enterprise connection
	 * @return the completion
	 */
	@Override
	Mono<Void> clearSecretExpiry(String connectionId);

	/**
	 * Return the noted time. Makes no request.
	 * @param connectionId the id of the enterprise connection
	 * @return the time, empty if there is none
	 */
	@Override
	Mono<Instant> getSecretExpiry(String connectionId);

}
