// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.util.function.Predicate;

import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * The JSON that a field may be.
 */
enum FieldKind {

	ANYTHING("anything", (value) -> true),

	IGNORED("anything", (value) -> true),

	STRING("a string", JsonNode::isTextual),

	BOOLEAN("a boolean", JsonNode::isBoolean),

	INTEGER("an integer", JsonNode::isIntegralNumber),

	NUMBER("a number", JsonNode::isNumber),

	STRINGS("a list of strings", (value) -> isListOf(value, JsonNode::isTextual)),

	OBJECT("an object", JsonNode::isObject),

	OBJECTS("a list of objects", (value) -> isListOf(value, JsonNode::isObject));

	private final String description;

	private final Predicate<JsonNode> accepts;

	FieldKind(String description, Predicate<JsonNode> accepts) {
		this.description = description;
		this.accepts = accepts;
	}

	boolean accepts(JsonNode value) {
		return this.accepts.test(value);
	}

	String description() {
		return this.description;
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
