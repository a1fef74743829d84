// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import java.time.Instant;

import reactor.core.publisher.Mono;

/**
 * Times at which the client secrets of OIDC connections expire. No vendor knows them: the
 * application notes the time that the administrator of the IdP has named.
 */
public interface SecretExpiries {

	/**
	 * Note the time at which the client secret of a connection expires.
	 * @param connectionId the vendor's id of the connection
	 * @param expiresAt the time, in seconds, from the year 2000 to 9999
	 * @return the completion; fails if the connection is known not to use OIDC
	 */
	Mono<Void> noteSecretExpiry(String connectionId, Instant expiresAt);

	/**
	 * Remove the noted time, if there is one.
	 * @param connectionId the vendor's id of the connection
	 * @return the completion
	 */
	Mono<Void> clearSecretExpiry(String connectionId);

	/**
	 * Return the noted time.
	 * @param connectionId the vendor's id of the connection
	 * @return the time, empty if there is none
	 */
	Mono<Instant> getSecretExpiry(String connectionId);

}
