// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

/**
 * Thrown before a write if a connection differs from the plan.
 */
public class ChangedSincePlanException extends IllegalStateException {

	/**
	 * Create an exception.
	 * @param message what differs
	 */
	public ChangedSincePlanException(String message) {
		super(message);
	}

}
