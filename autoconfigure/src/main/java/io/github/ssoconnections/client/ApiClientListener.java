// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.Collection;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * Listener for retries, rate limiting and changes of a client. Invoked on the thread of
 * the event: it must not block. An exception is logged once and does not fail the call.
 */
public interface ApiClientListener {

	/**
	 * Listener that does nothing.
	 */
	ApiClientListener NONE = new ApiClientListener() {
	};

	/**
	 * Invoked before a retry.
	 * @param account the account
	 * @param operation the name of the operation
	 * @param failure the failure of the previous attempt
	 */
	default void onRetry(Account account, String operation, SsoApiException failure) {
	}

	/**
	 * Invoked when a call acquired a rate limit permit after waiting for it.
	 * @param account the account
	 * @param operation the name of the operation
	 * @param waited the time that the call waited
	 */
	default void onWait(Account account, String operation, Duration waited) {
	}

	/**
	 * Invoked when a response had an unexpected structure and was decoded partially.
	 * @param account the account
	 * @param operation the name of the operation
	 * @param skipped the number of list elements that were skipped
	 * @param incomplete the number of elements that were decoded without some of their
	 * fields
	 */
	default void onUnexpectedStructure(Account account, String operation, int skipped, int incomplete) {
	}

	/**
	 * Invoked when a connection was created, changed or deleted, once for each successful
	 * operation.
	 * @param change the change
	 */
	default void onChange(ConnectionChanged change) {
	}

	/**
	 * Invoked when a connection was created, changed or deleted, once for each successful
	 * operation. By default, calls {@link #onChange(ConnectionChanged)}.
	 * @param change the change
	 * @param connection the connection in the form of the vendor, {@code null} if the
	 * response does not contain it
	 */
	default void onChange(ConnectionChanged change, @Nullable Object connection) {
		onChange(change);
	}

	/**
	 * Return a listener that notifies several listeners, even if one of them fails.
	 * @param listeners the listeners
	 * @return the listener
	 */
	static ApiClientListener all(Collection<? extends ApiClientListener> listeners) {
		return new Listeners(listeners);
	}

}
