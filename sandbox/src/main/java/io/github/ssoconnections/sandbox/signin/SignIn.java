// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.signin;

import java.util.List;

/**
 * A sign-in that the IdP is asked for.
 */
public interface SignIn {

	/**
	 * Return the id of the connection.
	 * @return the id
	 */
	String connectionId();

	/**
	 * Return whether the vendor stores what came of it.
	 * @return whether it can be seen elsewhere, so that the page need not show it
	 */
	boolean isStored();

	/**
	 * Describe who is about to sign in where.
	 * @return paragraphs of plain text
	 */
	List<String> describe();

	/**
	 * Complete it.
	 * @param outcome what the IdP responds with
	 * @return what came of it, in plain text
	 */
	String complete(Outcome outcome);

}
