// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

/**
 * Exit codes, documented in docs/reference/command-line.md.
 */
final class ExitCode {

	/** There is nothing to do, or everything is done. */
	static final int DONE = 0;

	/** The command failed, and changed nothing. */
	static final int FAILED = 1;

	/** The account differs from the declaration. */
	static final int CHANGES = 2;

	/** A part of the plan is applied. */
	static final int PARTIAL = 3;

	/** The arguments, the declaration or the settings are invalid; nothing was sent. */
	static final int USAGE = 64;

	private ExitCode() {
	}

}
