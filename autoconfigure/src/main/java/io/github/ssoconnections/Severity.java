// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * How bad a finding is, the worst first.
 */
public enum Severity {

	/** Nobody can sign in, or is about to be unable to, or whoever should not, can. */
	ERROR,

	/** It works, and is likely to break or to surprise. */
	WARNING,

	/** Nothing to do; good to know. */
	INFO

}
