// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

/**
 * A property whose value cannot be used. It never repeats the value, which may be or hold
 * a secret.
 */
final class InvalidPropertyException extends RuntimeException {

	private final String property;

	private final String reason;

	InvalidPropertyException(String property, String reason) {
		super("Property '" + property + "' cannot be used: " + reason);
		this.property = property;
		this.reason = reason;
	}

	String property() {
		return this.property;
	}

	String reason() {
		return this.reason;
	}

}
