// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * The rules of one field of a request body.
 */
public final class Field {

	private final String name;

	private final FieldKind kind;

	private final boolean required;

	private final boolean nullable;

	private final List<Rule> rules;

	private final @Nullable Shape shape;

	private Field(String name, FieldKind kind, boolean required, boolean nullable, List<Rule> rules,
			@Nullable Shape shape) {
		this.name = name;
		this.kind = kind;
		this.required = required;
		this.nullable = nullable;
		this.rules = rules;
		this.shape = shape;
	}

	private static Field of(String name, FieldKind kind, @Nullable Shape shape) {
		return new Field(name, kind, false, false, List.of(), shape);
	}

	/**
	 * A string.
	 * @param name the field's name
	 * @return the field
	 */
	public static Field string(String name) {
		return of(name, FieldKind.STRING, null);
	}

	/**
	 * True or false.
	 * @param name the field's name
	 * @return the field
	 */
	public static Field bool(String name) {
		return of(name, FieldKind.BOOLEAN, null);
	}

	/**
	 * An integer.
	 * @param name the field's name
	 * @return the field
	 */
	public static Field integer(String name) {
		return of(name, FieldKind.INTEGER, null);
	}

	/**
	 * A number, whole or not.
	 * @param name the field's name
	 * @return the field
	 */
	public static Field number(String name) {
		return of(name, FieldKind.NUMBER, null);
	}

	/**
	 * A list of strings.
	 * @param name the field's name
	 * @return the field
	 */
	public static Field strings(String name) {
		return of(name, FieldKind.STRINGS, null);
	}

	/**
	 * An object.
	 * @param name the field's name
	 * @param shape its fields
	 * @return the field
	 */
	public static Field object(String name, Shape shape) {
		return of(name, FieldKind.OBJECT, shape);
	}

	/**
	 * A list of objects.
	 * @param name the field's name
	 * @param shape the fields of each of them
	 * @return the field
	 */
	public static Field objects(String name, Shape shape) {
		return of(name, FieldKind.OBJECTS, shape);
	}

	/**
	 * Any JSON at all.
	 * @param name the field's name
	 * @return the field
	 */
	public static Field anything(String name) {
		return of(name, FieldKind.ANYTHING, null).orNull();
	}

	/**
	 * A field that the vendor tolerates and drops, whatever it holds.
	 * @param name the field's name
	 * @return the field
	 */
	public static Field ignored(String name) {
		return of(name, FieldKind.IGNORED, null).orNull();
	}

	/**
	 * Make it required.
	 * @return a copy that must be there
	 */
	public Field mustBeThere() {
		return new Field(this.name, this.kind, true, this.nullable, this.rules, this.shape);
	}

	/**
	 * Allow {@code null}.
	 * @return a copy that may be {@code null}
	 */
	public Field orNull() {
		return new Field(this.name, this.kind, this.required, true, this.rules, this.shape);
	}

	/**
	 * Allow a few texts only.
	 * @param texts the texts
	 * @return a copy whose value, or each of whose values, is one of them
	 */
	public Field oneOf(List<String> texts) {
		return with((value) -> textsOf(value).allMatch(texts::contains), "one of " + String.join(", ", texts));
	}

	/**
	 * Ask for a pattern.
	 * @param regex the regular expression
	 * @return a copy whose text matches it
	 */
	public Field matching(String regex) {
		Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
		return with((value) -> pattern.matcher(value.textValue()).matches(), "like " + regex);
	}

	/**
	 * Limit the length.
	 * @param characters how many characters the text, or each of the texts, may have
	 * @return a copy with this limit
	 */
	public Field atMostCharacters(int characters) {
		return with((value) -> textsOf(value).allMatch((text) -> text.codePointCount(0, text.length()) <= characters),
				"of at most " + characters + " characters");
	}

	/**
	 * Ask for characters.
	 * @return a copy whose text is not, or none of whose texts is, empty
	 */
	public Field nonEmpty() {
		return with((value) -> textsOf(value).noneMatch(String::isEmpty), "not empty");
	}

	/**
	 * Ask for items.
	 * @param items how many items the list, or fields the object, has at the least
	 * @return a copy with this limit
	 */
	public Field atLeast(int items) {
		return with((value) -> value.size() >= items, "a list of at least " + items);
	}

	/**
	 * Limit the items.
	 * @param items how many items the list, or fields the object, has at the most
	 * @return a copy with this limit
	 */
	public Field atMost(int items) {
		return with((value) -> value.size() <= items, "of at most " + items);
	}

	/**
	 * Limit a number.
	 * @param minimum the least value
	 * @param maximum the greatest value
	 * @return a copy with these limits
	 */
	public Field between(int minimum, int maximum) {
		return with((value) -> value.longValue() >= minimum && value.longValue() <= maximum,
				"from " + minimum + " to " + maximum);
	}

	private Field with(Predicate<JsonNode> holds, String expected) {
		List<Rule> more = Stream.concat(this.rules.stream(), Stream.of(new Rule(holds, expected))).toList();
		return new Field(this.name, this.kind, this.required, this.nullable, more, this.shape);
	}

	private static Stream<String> textsOf(JsonNode value) {
		if (!value.isArray()) {
			return Stream.of(value.textValue());
		}
		return Stream.iterate(0, (i) -> i < value.size(), (i) -> i + 1).map((i) -> value.get(i).textValue());
	}

	String name() {
		return this.name;
	}

	boolean isIgnored() {
		return this.kind == FieldKind.IGNORED;
	}

	void check(String parameter, @Nullable JsonNode value, List<Violation> violations) {
		if (value == null) {
			if (this.required) {
				violations.add(new Violation(Violation.Kind.MISSING, parameter, ""));
			}
		}
		else if (value.isNull()) {
			if (!this.nullable) {
				violations.add(new Violation(Violation.Kind.NULL, parameter, ""));
			}
		}
		else if (!this.kind.accepts(value)) {
			violations.add(new Violation(Violation.Kind.FORMAT, parameter, this.kind.description()));
		}
		else {
			this.rules.stream()
				.filter((rule) -> !rule.holds.test(value))
				.map((rule) -> new Violation(Violation.Kind.VALUE, parameter, rule.expected))
				.forEach(violations::add);
			checkNested(parameter, value, violations);
		}
	}

	private void checkNested(String parameter, JsonNode value, List<Violation> violations) {
		if (this.shape == null) {
			return;
		}
		if (value.isObject()) {
			this.shape.check(parameter + ".", value, violations);
		}
		for (int i = 0; value.isArray() && i < value.size(); i++) {
			this.shape.check(parameter + "[" + i + "].", value.get(i), violations);
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

}
