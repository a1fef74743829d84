// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

/**
 * A property whose value cannot be used. It never repeats the value, which may be or hold
 * a secret.
 */
final class InvalidPropertyException extends RuntimeException {

	private final String remedy;

	InvalidPropertyException(String property, String reason) {
		super("Property '" + property + "' cannot be used: " + reason);
		this.remedy = "Correct the property '" + property + "'.";
	}

	/**
	 * Two properties contradict each other.
	 * @param property the one
	 * @param other the other
	 * @param reason why they cannot both be right
	 */
	InvalidPropertyException(String property, String other, String reason) {
		super("Properties '" + property + "' and '" + other + "' contradict each other: " + reason);
		this.remedy = "Correct the property '" + property + "' or the property '" + other
				+ "'. One that is not set has its default.";
	}

	String remedy() {
		return this.remedy;
	}

}
