// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

/**
 * Thrown for a property with an invalid value. Never contains the value, which may be a
 * secret.
 */
final class InvalidPropertyException extends RuntimeException {

	private final List<String> properties;

	private final String remedy;

	InvalidPropertyException(String property, String reason) {
		this(property, reason, List.of(property), "Correct the property '" + property + "'.");
	}

	private InvalidPropertyException(String property, String reason, List<String> properties, String remedy) {
		super("Property '" + property + "' cannot be used: " + reason);
		this.properties = properties;
		this.remedy = remedy;
	}

	/**
	 * Create an exception for two properties that contradict each other.
	 * @param property the first property
	 * @param other the second property
	 * @param reason the contradiction
	 */
	InvalidPropertyException(String property, String other, String reason) {
		super("Properties '" + property + "' and '" + other + "' contradict each other: " + reason);
		this.properties = List.of(property, other);
		this.remedy = "Correct the property '" + property + "' or the property '" + other
				+ "'. An unset property has its default value.";
	}

	/**
	 * Create an exception for a property with a placeholder that has no value.
	 * @param property the property
	 * @param placeholder the name of the placeholder
	 * @return the exception
	 */
	static InvalidPropertyException unresolved(String property, String placeholder) {
		return new InvalidPropertyException(property, "it refers to '" + placeholder + "', which is not set",
				List.of(property), "Set the environment variable or property '" + placeholder
						+ "'. To start without it, write '${" + placeholder + ":}'.");
	}

	List<String> properties() {
		return this.properties;
	}

	String remedy() {
		return this.remedy;
	}

}
