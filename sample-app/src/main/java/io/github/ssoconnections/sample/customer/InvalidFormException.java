// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

/**
 * A form that cannot be used as it is. The message is a sentence for the person who
 * filled it in.
 */
class InvalidFormException extends IllegalArgumentException {

	InvalidFormException(String message) {
		super(message);
	}

	static void check(boolean condition, String message) {
		if (!condition) {
			throw new InvalidFormException(message);
		}
	}

}
