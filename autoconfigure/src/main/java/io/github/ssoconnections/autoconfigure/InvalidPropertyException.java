// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

/**
 * Thrown for a property with an invalid value. Never contains the value, which may be a
 * secret.
 */
final class InvalidPropertyException extends RuntimeException {

	private final String remedy;

	InvalidPropertyException(String property, String reason) {
		super("Property '" + property + "' cannot be used: " + reason);
		this.remedy = "Correct the property '" + property + "'.";
	}

	/**
	 * Create an exception for two properties that contradict each other.
	 * @param property the first property
	 * @param other the second property
	 * @param reason the contradiction
	 */
	InvalidPropertyException(String property, String other, String reason) {
		super("Properties '" + property + "' and '" + other + "' contradict each other: " + reason);
		this.remedy = "Correct the property '" + property + "' or the property '" + other
				+ "'. An unset property has its default value.";
	}

	String remedy() {
		return this.remedy;
	}

}
