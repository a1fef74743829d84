// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

/**
 * What an operation does at the vendor, and so what repeating it would do.
 */
public enum Effect {

	/**
	 * Changes nothing.
	 */
	READ,

	/**
	 * Removes a thing: a repeat finds it gone.
	 */
	DELETE,

	/**
	 * Makes a thing: a repeat makes a second one.
	 */
	CREATE,

	/**
	 * Changes a thing: a repeat may undo what someone else changed in between.
	 */
	PATCH;

	/**
	 * Return whether an attempt whose fate is unknown must not simply be reported as
	 * failed.
	 * @return {@code true} for creates and patches
	 */
	boolean leavesTraces() {
		return this == CREATE || this == PATCH;
	}

}
