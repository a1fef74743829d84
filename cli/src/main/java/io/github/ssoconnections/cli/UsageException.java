// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

/**
 * Thrown for arguments and settings with which nothing can be done. The message contains
 * no value that may be secret.
 */
final class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

}
