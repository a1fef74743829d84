// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.Map;

import io.github.ssoconnections.declarative.Reconciliations;

/**
 * The configured accounts.
 */
interface Session extends AutoCloseable {

	Reconciliations reconciliations();

	@Override
	void close();

	/**
	 * Opens sessions.
	 */
	@FunctionalInterface
	interface Factory {

		/**
		 * Open a session. Sends nothing.
		 * @param environment the environment variables
		 * @return the session
		 */
		Session open(Map<String, String> environment);

	}

}
