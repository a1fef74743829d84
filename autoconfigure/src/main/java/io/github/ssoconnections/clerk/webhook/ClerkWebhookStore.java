// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.time.Clock;
import java.time.Instant;

/**
 * Store of the ids of verified webhooks, which detects replays. An application with
 * several instances needs one that they share, such as a table whose primary key is the
 * id, or Redis with {@code SET NX EXAT}. The methods may block. A failure fails the
 * verification, and Clerk retries.
 */
public interface ClerkWebhookStore {

	/**
	 * Add an id, if it is absent or has expired. The check and the addition are atomic.
	 * @param messageId the id of a message, 1 to 128 characters A-Z, a-z, 0-9, '_' and
	 * '-'
	 * @param expiresAt the time from which on the id need not be stored, at most 16
	 * minutes ahead
	 * @return whether the id was added; {@code false} if the webhook is a replay
	 */
	boolean add(String messageId, Instant expiresAt);

	/**
	 * Remove an id, if it is present.
	 * @param messageId the id of a message
	 */
	void remove(String messageId);

	/**
	 * Create a store in memory, for an application with one instance: it is lost at a
	 * restart. When it is full, the id that expires first is removed.
	 * @param capacity the maximum number of ids, 1 to 1,000,000
	 * @return the store
	 */
	static ClerkWebhookStore inMemory(int capacity) {
		return inMemory(capacity, Clock.systemUTC());
	}

	/**
	 * Create a store in memory with a clock.
	 * @param capacity the maximum number of ids, 1 to 1,000,000
	 * @param clock the clock that ids expire by
	 * @return the store
	 */
	static ClerkWebhookStore inMemory(int capacity, Clock clock) {
		return new InMemoryWebhookStore(capacity, clock);
	}

}
