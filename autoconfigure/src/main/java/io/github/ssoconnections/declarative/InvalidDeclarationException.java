// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import io.github.ssoconnections.InvalidArgumentException;

/**
 * Thrown for a declaration that cannot be used, before anything is written. The message
 * names the place and what to do, and contains no secret.
 */
public class InvalidDeclarationException extends InvalidArgumentException {

	/**
	 * Create an exception.
	 * @param message the place, the reason and what to do
	 */
	public InvalidDeclarationException(String message) {
		super(message);
	}

}
