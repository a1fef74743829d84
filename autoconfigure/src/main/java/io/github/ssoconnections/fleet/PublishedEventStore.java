// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Clock;
import java.time.Duration;

import reactor.core.publisher.Mono;

/**
 * Keys of events that have been published, shared by all instances of an application and
 * kept over restarts, such as in its database. With such a bean, an event that several
 * instances find, or one instance finds again after a restart, is published once. If it
 * fails, events are published anyway.
 * <p>
 * The methods, and what they return, may block: they are called on the threads of
 * Reactor's {@code boundedElastic} scheduler. They have 10 seconds, after which the
 * thread is interrupted.
 */
public interface PublishedEventStore {

	/**
	 * Return whether an event has been published.
	 * @param key the {@linkplain EventKey key} of the event, at most
	 * {@value EventKey#MAX_LENGTH} ASCII characters
	 * @return whether the key has been added and its time has not passed
	 */
	Mono<Boolean> contains(String key);

	/**
	 * Add an event that has been published.
	 * @param key the {@linkplain EventKey key} of the event, which may be there already
	 * @param keepFor the time after which the key can be removed, from now; zero for a
	 * key that is not valid any more
	 * @return the completion, after which all instances see the key
	 */
	Mono<Void> add(String key, Duration keepFor);

	/**
	 * Return a store in memory, for tests and for applications that have one instance.
	 * @param maxSize the maximum number of keys, above which those that expire first are
	 * removed
	 * @param clock the clock
	 * @return the store
	 */
	static PublishedEventStore inMemory(int maxSize, Clock clock) {
		return new InMemoryPublishedEventStore(maxSize, clock);
	}

}
