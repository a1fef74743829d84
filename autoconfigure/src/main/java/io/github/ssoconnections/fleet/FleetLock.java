// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

/**
 * The lock of one account. Of all instances of an application, its holder publishes the
 * events of the account. Without a {@link Locks} bean, every instance holds it.
 * <p>
 * A lock without fencing cannot prevent that an instance that has just lost it completes
 * what it was doing: for a moment, there may be two.
 */
public interface FleetLock {

	/**
	 * Return whether this instance holds the lock. Makes no request.
	 * @return whether the lock is held, by the clocks of this instance
	 */
	boolean isHeld();

	/**
	 * Add a listener, which is notified of an acquisition at once if the lock is held.
	 * @param listener the listener
	 */
	void addListener(Listener listener);

	/**
	 * Release the lock, for example because this instance cannot reach the vendor, and do
	 * not try to acquire it for the time for which a lock is held at most: another
	 * instance that is running acquires it. Does not block.
	 */
	void release();

	/**
	 * Listener to acquisition and loss, which are notified in order and one at a time. A
	 * listener must not block.
	 */
	interface Listener {

		/**
		 * Handle that this instance holds the lock from now on.
		 */
		default void onAcquired() {
		}

		/**
		 * Handle that this instance does not hold the lock any more: it was released, was
		 * not renewed in time, or is held by another instance.
		 */
		default void onLost() {
		}

	}

}
