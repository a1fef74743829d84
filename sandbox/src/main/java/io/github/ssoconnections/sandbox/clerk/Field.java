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
 * @param ignored whether the vendor accepts anything here and drops it
 * @param values the texts allowed, any if empty
 * @param pattern what a text must match
 * @param minimum the least number of items of a list
 * @param shape the fields of the object, or of each object of the list
 */
record Field(String name, Kind kind, boolean required, boolean nullable, boolean ignored, List<String> values,
		@Nullable Pattern pattern, int minimum, @Nullable Shape shape) {

	static Field string(String name) {
		return of(name, Kind.STRING, null);
	}

	static Field bool(String name) {
		return of(name, Kind.BOOLEAN, null);
	}

	static Field strings(String name) {
		return of(name, Kind.STRINGS, null);
	}

	static Field object(String name, Shape shape) {
		return of(name, Kind.OBJECT, shape);
	}

	static Field objects(String name, Shape shape) {
		return of(name, Kind.OBJECTS, shape);
	}

	/**
	 * A field that the vendor tolerates and drops, whatever it holds.
	 * @param name the field's name
	 * @return the field
	 */
	static Field ignored(String name) {
		return new Field(name, Kind.STRING, false, true, true, List.of(), null, 0, null);
	}

	private static Field of(String name, Kind kind, @Nullable Shape shape) {
		return new Field(name, kind, false, false, false, List.of(), null, 0, shape);
	}

	Field mustBeThere() {
		return new Field(this.name, this.kind, true, this.nullable, this.ignored, this.values, this.pattern,
				this.minimum, this.shape);
	}

	Field orNull() {
		return new Field(this.name, this.kind, this.required, true, this.ignored, this.values, this.pattern,
				this.minimum, this.shape);
	}

	Field oneOf(List<String> texts) {
		return new Field(this.name, this.kind, this.required, this.nullable, this.ignored, texts, this.pattern,
				this.minimum, this.shape);
	}

	Field matching(String regex) {
		return new Field(this.name, this.kind, this.required, this.nullable, this.ignored, this.values,
				Pattern.compile(regex, Pattern.DOTALL), this.minimum, this.shape);
	}

	Field atLeast(int items) {
		return new Field(this.name, this.kind, this.required, this.nullable, this.ignored, this.values, this.pattern,
				items, this.shape);
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
		else if (!this.kind.accepts(value)) {
			errors.add(ClerkError.format(parameter, this.kind.description));
		}
		else {
			checkValue(parameter, value, errors);
		}
	}

	private void checkValue(String parameter, JsonNode value, List<ClerkError> errors) {
		if (!this.values.isEmpty() && !this.values.contains(value.textValue())) {
			errors.add(ClerkError.value(parameter, "one of " + String.join(", ", this.values)));
		}
		if (this.pattern != null && !this.pattern.matcher(value.textValue()).matches()) {
			errors.add(ClerkError.value(parameter, "like " + this.pattern));
		}
		if (this.kind == Kind.STRINGS && value.size() < this.minimum) {
			errors.add(ClerkError.value(parameter, "a list of at least " + this.minimum));
		}
		if (this.shape != null && value.isObject()) {
			this.shape.check(parameter + ".", value, errors);
		}
		if (this.shape != null && value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				this.shape.check(parameter + "[" + i + "].", value.get(i), errors);
			}
		}
	}

	/**
	 * The JSON that a field may be.
	 */
	enum Kind {

		STRING("a string", JsonNode::isTextual),

		BOOLEAN("a boolean", JsonNode::isBoolean),

		STRINGS("a list of strings", (value) -> isListOf(value, JsonNode::isTextual)),

		OBJECT("an object", JsonNode::isObject),

		OBJECTS("a list of objects", (value) -> isListOf(value, JsonNode::isObject));

		private final String description;

		private final Predicate<JsonNode> rule;

		Kind(String description, Predicate<JsonNode> rule) {
			this.description = description;
			this.rule = rule;
		}

		boolean accepts(JsonNode value) {
			return this.rule.test(value);
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
