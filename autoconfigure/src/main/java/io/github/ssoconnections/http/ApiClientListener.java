// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;

/**
 * Hears of what a client does by itself. Called on the thread on which it happens: it
 * must not block.
 */
public interface ApiClientListener {

	/**
	 * Hears of nothing.
	 */
	ApiClientListener NONE = new ApiClientListener() {
	};

	/**
	 * A call is attempted again.
	 * @param operation the name of the operation
	 * @param failure how the attempt before failed
	 */
	default void onRepeat(String operation, SsoApiException failure) {
	}

	/**
	 * A call had to wait for a permit of the rate limit.
	 * @param operation the name of the operation
	 * @param waited how long it waited
	 */
	default void onWait(String operation, Duration waited) {
	}

}
