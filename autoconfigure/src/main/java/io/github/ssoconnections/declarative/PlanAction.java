// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

/**
 * What a plan does with a connection.
 */
public enum PlanAction {

	/** The connection is as it is declared. */
	NONE,

	/** The connection is created. */
	CREATE,

	/** Fields of the connection are changed. */
	UPDATE,

	/** The connection is deleted, as it was asked for by name. */
	DELETE

}
