// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * The rules of one field of a request body.
 *
 * @param name the field's name
 * @param kind the JSON it must be
 * @param required whether it must be there
 * @param nullable whether {@code null} is allowed
 * @param rule what a value of the right kind must also be
 * @param shape the fields of the object, or of each object of the list
 */
record Field(String name, Kind kind, boolean required, boolean nullable, @Nullable Rule rule, @Nullable Shape shape) {

	static Field string(String name) {
		return new Field(name, Kind.STRING, false, false, null, null);
	}

	static Field bool(String name) {
		return new Field(name, Kind.BOOLEAN, false, false, null, null);
	}

	static Field strings(String name) {
		return new Field(name, Kind.STRINGS, false, false, null, null);
	}

	static Field object(String name, Shape shape) {
		return new Field(name, Kind.OBJECT, false, false, null, shape);
	}

	static Field objects(String name, Shape shape) {
		return new Field(name, Kind.OBJECTS, false, false, null, shape);
	}

	/**
	 * A field that the vendor tolerates and drops, whatever it holds.
	 * @param name the field's name
	 * @return the field
	 */
	static Field ignored(String name) {
		return new Field(name, Kind.ANYTHING, false, true, null, null);
	}

	Field mustBeThere() {
		return new Field(this.name, this.kind, true, this.nullable, this.rule, this.shape);
	}

	Field orNull() {
		return new Field(this.name, this.kind, this.required, true, this.rule, this.shape);
	}

	Field oneOf(List<String> texts) {
		return with(new Rule((value) -> texts.contains(value.textValue()), "one of " + String.join(", ", texts)));
	}

	Field matching(String regex) {
		Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
		return with(new Rule((value) -> pattern.matcher(value.textValue()).matches(), "like " + regex));
	}

	Field atLeast(int items) {
		return with(new Rule((value) -> value.size() >= items, "a list of at least " + items));
	}

	private Field with(Rule newRule) {
		return new Field(this.name, this.kind, this.required, this.nullable, newRule, this.shape);
	}

	boolean isIgnored() {
		return this.kind == Kind.ANYTHING;
	}

	void check(String parameter, @Nullable JsonNode value, List<ClerkError> errors) {
		if (value == null) {
			if (this.required) {
				errors.add(ClerkError.missing(parameter));
			}
		}
		else if (value.isNull()) {
			if (!this.nullable) {
				errors.add(ClerkError.nil(parameter));
			}
		}
		else if (!this.kind.accepts.test(value)) {
			errors.add(ClerkError.format(parameter, this.kind.description));
		}
		else if (this.rule != null && !this.rule.holds.test(value)) {
			errors.add(ClerkError.value(parameter, this.rule.expected));
		}
		else if (this.shape != null) {
			checkNested(this.shape, parameter, value, errors);
		}
	}

	private static void checkNested(Shape shape, String parameter, JsonNode value, List<ClerkError> errors) {
		if (value.isObject()) {
			shape.check(parameter + ".", value, errors);
		}
		for (int i = 0; value.isArray() && i < value.size(); i++) {
			shape.check(parameter + "[" + i + "].", value.get(i), errors);
		}
	}

	/**
	 * What a value must be, beyond its kind.
	 *
	 * @param holds whether a value is like that
	 * @param expected how to say it
	 */
	private record Rule(Predicate<JsonNode> holds, String expected) {

	}

	/**
	 * The JSON that a field may be.
	 */
	enum Kind {

		ANYTHING("anything", (value) -> true),

		STRING("a string", JsonNode::isTextual),

		BOOLEAN("a boolean", JsonNode::isBoolean),

		STRINGS("a list of strings", (value) -> isListOf(value, JsonNode::isTextual)),

		OBJECT("an object", JsonNode::isObject),

		OBJECTS("a list of objects", (value) -> isListOf(value, JsonNode::isObject));

		private final String description;

		private final Predicate<JsonNode> accepts;

		Kind(String description, Predicate<JsonNode> accepts) {
			this.description = description;
			this.accepts = accepts;
		}

		private static boolean isListOf(JsonNode value, Predicate<JsonNode> item) {
			if (!value.isArray()) {
				return false;
			}
			for (JsonNode each : value) {
				if (!item.test(each)) {
					return false;
				}
			}
			return true;
		}

	}

}
