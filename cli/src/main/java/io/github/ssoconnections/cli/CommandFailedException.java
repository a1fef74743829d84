// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

/**
 * Thrown if a command fails for a reason outside of its arguments. The message contains
 * no secret.
 */
final class CommandFailedException extends RuntimeException {

	CommandFailedException(String message) {
		super(message);
	}

}
