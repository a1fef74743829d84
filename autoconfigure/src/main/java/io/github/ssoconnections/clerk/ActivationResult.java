// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import org.jspecify.annotations.Nullable;

/**
 * Result of an activation.
 */
public sealed interface ActivationResult {

	/**
	 * Return the connection.
	 * @return the connection after the activation
	 */
	EnterpriseConnection connection();

	/**
	 * The connection is active.
	 *
	 * @param connection the connection
	 * @param testRun the test run that succeeded, {@code null} if the connection was
	 * active before
	 */
	record Active(EnterpriseConnection connection, @Nullable TestRun testRun) implements ActivationResult {

	}

	/**
	 * The connection is not active, as it has no successful test run since its last
	 * change. A test run was created: a person has to open the link and sign in.
	 *
	 * @param connection the connection
	 * @param link the link to sign in with
	 * @param lastRun the last test run before this one, {@code null} if there was none;
	 * {@link TestRun#failure()} returns why it failed
	 */
	record TestNeeded(EnterpriseConnection connection, TestRunLink link,
			@Nullable TestRun lastRun) implements ActivationResult {

	}

}
