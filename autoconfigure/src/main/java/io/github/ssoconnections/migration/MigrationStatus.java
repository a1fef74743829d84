// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

/**
 * How far a connection is.
 */
public enum MigrationStatus {

	/** It can be created at Clerk. */
	READY,

	/** Something is missing, or has to be decided first: see the blockers. */
	BLOCKED,

	/**
	 * It exists at Clerk. If it has blockers, it is not written to, and they are to be
	 * settled before users sign in with it.
	 */
	DONE,

	/** Clerk has no such connection: nothing is created. */
	NOT_MAPPED,

	/**
	 * The creation, or the update that completes it, failed. A further run finishes it.
	 */
	FAILED,

	/**
	 * It was not created, because an earlier failure concerns the whole account. A
	 * further run creates it.
	 */
	NOT_RUN

}
