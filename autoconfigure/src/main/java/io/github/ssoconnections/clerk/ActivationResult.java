// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import org.jspecify.annotations.Nullable;

/**
 * What came of an activation.
 */
public sealed interface ActivationResult {

	/**
	 * Return the connection.
	 * @return the connection as it is now
	 */
	EnterpriseConnection connection();

	/**
	 * The connection is active now.
	 *
	 * @param connection the connection
	 * @param testRun the test run that succeeded, {@code null} if the connection was
	 * active before
	 */
	record Active(EnterpriseConnection connection, @Nullable TestRun testRun) implements ActivationResult {

	}

	/**
	 * The connection is not active, as it was not tested since its last change. A test
	 * run was created: someone has to open the link and sign in.
	 *
	 * @param connection the connection
	 * @param link where to sign in
	 * @param lastRun the last test run before this one, {@code null} if there was none;
	 * its {@link TestRun#failure()} says what went wrong
	 */
	record TestNeeded(EnterpriseConnection connection, TestRunLink link,
			@Nullable TestRun lastRun) implements ActivationResult {

	}

}
