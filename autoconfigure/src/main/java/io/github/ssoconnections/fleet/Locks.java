// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.Optional;

/**
 * Locks that all instances of an application share, such as {@link ShedLocks}. A lock has
 * a name, is held by at most one instance, and ends by itself after a time. All methods
 * may block, and may throw any exception when the locks cannot be reached.
 */
public interface Locks {

	/**
	 * Try to acquire a lock, without waiting for its holder.
	 * @param name the name, at most 64 characters
	 * @param atMostFor the time after which the lock ends unless it is renewed
	 * @return the lock, or empty if it is held already
	 */
	Optional<Held> acquire(String name, Duration atMostFor);

	/**
	 * Return who holds a lock, for messages.
	 * @param name the name
	 * @return such as the name of a host; empty if it is not known, which is the default
	 */
	default Optional<String> holder(String name) {
		return Optional.empty();
	}

	/**
	 * A lock that was acquired.
	 */
	interface Held {

		/**
		 * Renew the lock. This object must not be used afterwards if that succeeds.
		 * @param atMostFor the time after which the lock ends, from now
		 * @return the renewed lock, or empty if it is no longer held
		 * @throws UnsupportedOperationException if locks cannot be renewed
		 */
		Optional<Held> renew(Duration atMostFor);

		/**
		 * Release the lock, so that another instance can acquire it at once.
		 */
		void release();

	}

}
