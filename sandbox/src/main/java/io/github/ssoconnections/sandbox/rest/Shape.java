// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields that one object of a request may hold. Every other one is rejected, unless
 * the shape says what others must be.
 */
public final class Shape {

	private final Map<String, Field> fields = new LinkedHashMap<>();

	private final @Nullable Field others;

	private Shape(List<Field> fields, @Nullable Field others) {
		fields.forEach((field) -> this.fields.put(field.name(), field));
		this.others = others;
	}

	/**
	 * Make a shape.
	 * @param fields the fields
	 * @return the shape
	 */
	public static Shape of(Field... fields) {
		return new Shape(Arrays.asList(fields), null);
	}

	/**
	 * Add fields.
	 * @param more the fields
	 * @return a copy with these fields
	 */
	public Shape and(Field... more) {
		List<Field> all = new ArrayList<>(this.fields.values());
		all.addAll(Arrays.asList(more));
		return new Shape(all, this.others);
	}

	/**
	 * Allow every other field.
	 * @param rule what its value must be; the name does not matter
	 * @return a copy that is open
	 */
	public Shape others(Field rule) {
		return new Shape(List.copyOf(this.fields.values()), rule);
	}

	/**
	 * Check an object.
	 * @param object the object
	 * @return what is wrong with it, in order
	 */
	public List<Violation> check(JsonNode object) {
		List<Violation> violations = new ArrayList<>();
		check("", object, violations);
		return violations;
	}

	void check(String prefix, JsonNode object, List<Violation> violations) {
		object.fieldNames().forEachRemaining((name) -> {
			if (this.fields.containsKey(name)) {
				return;
			}
			if (this.others == null) {
				violations.add(new Violation(Violation.Kind.UNKNOWN, prefix + name, ""));
			}
			else {
				this.others.check(prefix + name, object.get(name), violations);
			}
		});
		this.fields.values()
			.forEach((field) -> field.check(prefix + field.name(), object.get(field.name()), violations));
	}

	/**
	 * Leave out what the vendor ignores.
	 * @param object an object of this shape
	 * @return a copy without the ignored fields
	 */
	public ObjectNode withoutIgnored(ObjectNode object) {
		ObjectNode accepted = object.deepCopy();
		this.fields.values().stream().filter(Field::isIgnored).forEach((field) -> accepted.remove(field.name()));
		return accepted;
	}

}
