// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Mono;

/**
 * Store for the position in the event stream of each account. With a store that survives
 * a restart, the events in between are delivered; without one, all connections are read
 * at each start.
 * <p>
 * The methods must not block: subscribe to calls that do on
 * {@link reactor.core.scheduler.Schedulers#boundedElastic()}.
 */
public interface EventOffsetStore {

	/**
	 * Maximum length of an offset in characters.
	 */
	int MAX_OFFSET_LENGTH = 1024;

	/**
	 * Load the offset of an account.
	 * @param account the account
	 * @return the offset that was stored last, empty if there is none
	 */
	Mono<String> load(Account account);

	/**
	 * Store the offset of an account in place of the earlier one. It is called for each
	 * event and for each heartbeat with an offset, every few seconds.
	 * @param account the account
	 * @param offset the offset, opaque, 1 to {@value #MAX_OFFSET_LENGTH} characters
	 * @return completes when the offset is stored
	 */
	Mono<Void> store(Account account, String offset);

	/**
	 * Create a store in memory, whose offsets are lost when the process ends.
	 * @return the store
	 */
	static EventOffsetStore inMemory() {
		return new InMemoryEventOffsetStore();
	}

}
