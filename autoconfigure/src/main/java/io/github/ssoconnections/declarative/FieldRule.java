// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import org.jspecify.annotations.Nullable;

/**
 * How a field is compared.
 *
 * @param comparison when two values are the same
 * @param source how the current value is known
 * @param defaultValue what an absent field means, {@code null} for an empty value
 * @param fixed whether the field cannot be changed
 */
public record FieldRule(Comparison comparison, FieldSource source, @Nullable Object defaultValue, boolean fixed) {

	/** A field of a list that can be changed. */
	public static final FieldRule DEFAULT = new FieldRule(Comparison.VALUE, FieldSource.LIST, null, false);

	/**
	 * Return a rule for a field with another comparison.
	 * @param comparison when two values are the same
	 * @return the rule
	 */
	public static FieldRule compared(Comparison comparison) {
		return new FieldRule(comparison, FieldSource.LIST, null, false);
	}

	/**
	 * Return a rule for a field that takes a further request.
	 * @param comparison when two values are the same
	 * @return the rule
	 */
	public static FieldRule furtherCall(Comparison comparison) {
		return new FieldRule(comparison, FieldSource.FURTHER_CALL, null, false);
	}

	/**
	 * Return a rule for a field that the vendor does not return.
	 * @return the rule
	 */
	public static FieldRule writeOnly() {
		return new FieldRule(Comparison.VALUE, FieldSource.WRITE_ONLY, null, false);
	}

	/**
	 * Return a rule for a field that cannot be changed.
	 * @return the rule
	 */
	public static FieldRule unchangeable() {
		return new FieldRule(Comparison.VALUE, FieldSource.LIST, null, true);
	}

	/**
	 * Return a rule for a field whose absence means a value.
	 * @param value the value
	 * @return the rule
	 */
	public static FieldRule withDefault(Object value) {
		return new FieldRule(Comparison.VALUE, FieldSource.LIST, value, false);
	}

}
