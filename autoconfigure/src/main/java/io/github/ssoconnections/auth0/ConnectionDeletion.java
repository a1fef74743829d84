// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

/**
 * What Auth0 answers to the deletion of a connection.
 */
public enum ConnectionDeletion {

	/**
	 * 202: the deletion goes on, for as long as the connection has users. Until it is
	 * over, its name cannot be used again.
	 */
	UNDER_WAY,

	/**
	 * 204: there is no such connection any more.
	 */
	DONE

}
