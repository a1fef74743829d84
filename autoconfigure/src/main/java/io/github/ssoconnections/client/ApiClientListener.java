// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.Collection;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;

/**
 * Hears of what a client does by itself, and of what it changed. Called on the thread on
 * which it happens: it must not block. What it throws is logged once, and fails no call.
 */
public interface ApiClientListener {

	/**
	 * Hears of nothing.
	 */
	ApiClientListener NONE = new ApiClientListener() {
	};

	/**
	 * A call is attempted again.
	 * @param vendor the name of the vendor
	 * @param operation the name of the operation
	 * @param failure how the attempt before failed
	 */
	default void onRetry(String vendor, String operation, SsoApiException failure) {
	}

	/**
	 * A call had to wait for a permit of the rate limit, and got it.
	 * @param vendor the name of the vendor
	 * @param operation the name of the operation
	 * @param waited how long it waited
	 */
	default void onWait(String vendor, String operation, Duration waited) {
	}

	/**
	 * A response was not of the structure that the vendor documents, and what could be
	 * read of it was read.
	 * @param vendor the name of the vendor
	 * @param operation the name of the operation
	 * @param skipped how many elements of a list were skipped
	 * @param incomplete how many elements were read without some of their fields
	 */
	default void onUnexpectedStructure(String vendor, String operation, int skipped, int incomplete) {
	}

	/**
	 * A connection was created, changed or deleted. Called once for each operation that
	 * succeeded, however often it was attempted.
	 * @param change the change
	 */
	default void onChange(ConnectionChanged change) {
	}

	/**
	 * Return a listener that tells others, each whatever the others do.
	 * @param listeners the others
	 * @return the listener
	 */
	static ApiClientListener all(Collection<? extends ApiClientListener> listeners) {
		return new Listeners(listeners);
	}

}
