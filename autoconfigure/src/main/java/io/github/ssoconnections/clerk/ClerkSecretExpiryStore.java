// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.Map;

import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Mono;

/**
 * Store of the times at which client secrets expire, for {@link ClerkSecretExpiries}: a
 * bean of the application, such as a table with the columns account, connection and time.
 * All accounts share it. The methods must not block.
 */
public interface ClerkSecretExpiryStore {

	/**
	 * Store the time of a connection, in place of an earlier one.
	 * @param account the account
	 * @param connectionId the id of the enterprise connection
	 * @param expiresAt the time, in seconds
	 * @return the completion
	 */
	Mono<Void> put(Account account, String connectionId, Instant expiresAt);

	/**
	 * Remove the time of a connection, if there is one.
	 * @param account the account
	 * @param connectionId the id of the enterprise connection
	 * @return the completion
	 */
	Mono<Void> remove(Account account, String connectionId);

	/**
	 * Return the times of all connections of an account. Called once per refresh.
	 * @param account the account
	 * @return the times by id of the enterprise connection, also of connections that have
	 * been deleted
	 */
	Mono<Map<String, Instant>> getAll(Account account);

	/**
	 * Return the time of a connection.
	 * @param account the account
	 * @param connectionId the id of the enterprise connection
	 * @return the time, empty if there is none
	 */
	default Mono<Instant> get(Account account, String connectionId) {
		return getAll(account).flatMap((all) -> Mono.justOrEmpty(all.get(connectionId)));
	}

	/**
	 * Create a store in memory, for tests: it is lost at a restart, and no other instance
	 * of the application sees it.
	 * @return the store
	 */
	static ClerkSecretExpiryStore inMemory() {
		return new InMemorySecretExpiryStore();
	}

}
