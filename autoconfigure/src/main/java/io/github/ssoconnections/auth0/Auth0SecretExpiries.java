// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.catalog.SecretExpiries;
import reactor.core.publisher.Mono;

/**
 * Times at which the client secrets of OIDC connections at Auth0 expire, as one property
 * of the metadata of each connection. All other properties keep their values: the
 * metadata is read and written in the order of the updates of this client.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/connections/patch-connections-by-id">Auth0:
 * update a connection</a>
 */
public interface Auth0SecretExpiries extends SecretExpiries {

	/**
	 * Property of the metadata of a connection, whose value is a time such as
	 * {@code 2027-01-31T00:00:00Z}. It belongs to this library: what compares or moves
	 * connections ignores it.
	 */
	String METADATA_KEY = "sso_connections_oidc_secret_expires_at";

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0SecretExpiries create(Auth0Client client) {
		return new DefaultAuth0SecretExpiries(client);
	}

	/**
	 * Note the time at which the client secret of a connection expires. Needs the scopes
	 * {@code read:connections} and {@code update:connections}.
	 * @param connectionId the id of the connection
	 * @param expiresAt the time, in seconds, from the year 2000 to 9999
	 * @return the completion; {@link SsoApiException.Conflict} if the metadata has ten
	 * properties already, which is the limit of Auth0,
	 * {@link SsoApiException.InvalidRequest} if the connection has a strategy without
	 * OIDC: nothing is written then
	 */
	@Override
	Mono<Void> noteSecretExpiry(String connectionId, Instant expiresAt);

	/**
	 * Remove the noted time. Writes nothing if there is none. Needs the scopes
	 * {@code read:connections} and {@code update:connections}.
	 * @param connectionId the id of the connection
	 * @return the completion
	 */
	@Override
	Mono<Void> clearSecretExpiry(String connectionId);

	/**
	 * Return the noted time. Needs the scope {@code read:connections}.
	 * @param connectionId the id of the connection
	 * @return the time, empty if there is none; {@link SsoApiException.MalformedResponse}
	 * if the value is not a time
	 */
	@Override
	Mono<Instant> getSecretExpiry(String connectionId);

}
