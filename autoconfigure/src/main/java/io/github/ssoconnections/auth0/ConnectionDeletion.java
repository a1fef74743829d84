// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

/**
 * Result of the deletion of a connection.
 */
public enum ConnectionDeletion {

	/**
	 * 202: the deletion is in progress, until all users of the connection are deleted.
	 * Its name cannot be used until then.
	 */
	IN_PROGRESS,

	/** 204: the connection does not exist any more. */
	DONE

}
