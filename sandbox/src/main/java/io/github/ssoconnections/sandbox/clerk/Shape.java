// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields that one object of a request may hold. Every other one is refused, as the
 * vendor does.
 */
final class Shape {

	private final Map<String, Field> fields = new LinkedHashMap<>();

	private Shape(List<Field> fields) {
		fields.forEach((field) -> this.fields.put(field.name(), field));
	}

	static Shape of(Field... fields) {
		return new Shape(Arrays.asList(fields));
	}

	Shape and(Field... more) {
		List<Field> all = new ArrayList<>(this.fields.values());
		all.addAll(Arrays.asList(more));
		return new Shape(all);
	}

	/**
	 * Check a request body, and leave out what the vendor ignores.
	 * @param body the request body
	 * @return a copy without the ignored fields
	 * @throws ClerkException with every error, if there is one
	 */
	ObjectNode accept(ObjectNode body) {
		List<ClerkError> errors = new ArrayList<>();
		check("", body, errors);
		if (!errors.isEmpty()) {
			throw new ClerkException(422, errors);
		}
		ObjectNode accepted = body.deepCopy();
		this.fields.values().stream().filter(Field::isIgnored).forEach((field) -> accepted.remove(field.name()));
		return accepted;
	}

	void check(String prefix, JsonNode object, List<ClerkError> errors) {
		object.fieldNames().forEachRemaining((name) -> {
			if (!this.fields.containsKey(name)) {
				errors.add(ClerkError.unknown(prefix + name));
			}
		});
		this.fields.values()
			.stream()
			.forEach((field) -> field.check(prefix + field.name(), object.get(field.name()), errors));
	}

}
