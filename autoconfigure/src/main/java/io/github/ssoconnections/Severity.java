// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * Severity of a finding, in descending order.
 */
public enum Severity {

	/** Sign-ins fail or will fail soon, or unauthorized users can sign in. */
	ERROR,

	/** Sign-ins work, and are likely to fail later or to behave unexpectedly. */
	WARNING,

	/** For information, no action required. */
	INFO

}
