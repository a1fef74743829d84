// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

/**
 * How the current value of a field is known.
 */
public enum FieldSource {

	/** The list of all connections contains it. */
	LIST,

	/** It takes a further request for the connection. */
	FURTHER_CALL,

	/** The vendor does not return it. */
	WRITE_ONLY

}
