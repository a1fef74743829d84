// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

/**
 * A property that the console cannot start with. It never holds the value, which may be
 * or hold a secret.
 */
public final class InvalidSettingException extends RuntimeException {

	private final String action;

	/**
	 * Create an exception.
	 * @param property the name of the property
	 * @param reason what is wrong with it
	 * @param action what to do about it
	 */
	public InvalidSettingException(String property, String reason, String action) {
		super("Property '" + property + "' cannot be used: " + reason);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
