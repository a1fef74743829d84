// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

/**
 * Effect of an operation at the vendor, which determines whether a retry is safe.
 */
public enum Effect {

	/**
	 * Reads only.
	 */
	READ,

	/**
	 * Deletes a resource: a retry finds it deleted.
	 */
	DELETE,

	/**
	 * Creates a resource: a retry may create a second one.
	 */
	CREATE,

	/**
	 * Changes a resource: a retry may overwrite changes made in between.
	 */
	PATCH;

	/**
	 * Return whether a retry has no further effect, so that it is safe when the outcome
	 * of an attempt is unknown.
	 * @return {@code true} for reads and deletes
	 */
	boolean isIdempotent() {
		return this == READ || this == DELETE;
	}

}
