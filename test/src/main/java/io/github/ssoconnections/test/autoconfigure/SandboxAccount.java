// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

/**
 * An account of the application at the sandbox.
 */
interface SandboxAccount {

	/**
	 * Return the name of the account.
	 * @return the name, {@code default} for the account without a name
	 */
	String account();

}
