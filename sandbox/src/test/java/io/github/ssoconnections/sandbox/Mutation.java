// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.NullNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request body, changed at one place.
 *
 * @param name what was changed, and how
 * @param parameter the parameter that was changed
 * @param body the body
 */
record Mutation(String name, String parameter, ObjectNode body) {

	/**
	 * Change a body at every place.
	 * @param full the body, with single quotes
	 * @return the body as it is, and changed in every way
	 */
	static Stream<Mutation> of(String full) {
		ObjectNode body = (ObjectNode) AbstractClient.json(full.replace('\'', '"'));
		List<Mutation> mutations = new ArrayList<>();
		mutations.add(new Mutation("unchanged", "", body));
		List<String> pointers = new ArrayList<>();
		collect("", body, pointers);
		for (String pointer : pointers) {
			String name = pointer.substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
			mutations.add(changed(name, " removed", body, pointer, null));
			for (JsonNode value : values()) {
				mutations.add(changed(name, " = " + value, body, pointer, value));
			}
			if (body.at(pointer).isObject()) {
				mutations.add(changed(name + ".unknown", "", body, pointer + "/unknown", values().get(0)));
			}
		}
		mutations.add(changed("unknown", "", body, "/unknown", values().get(0)));
		return mutations.stream();
	}

	private static List<JsonNode> values() {
		JsonNodeFactory json = JsonNodeFactory.instance;
		return List.of(NullNode.instance, json.numberNode(7), json.booleanNode(false), json.objectNode(),
				json.arrayNode().add(7), json.arrayNode().add(NullNode.instance));
	}

	private static void collect(String prefix, JsonNode node, List<String> pointers) {
		node.fieldNames().forEachRemaining((name) -> {
			pointers.add(prefix + "/" + name);
			collect(prefix + "/" + name, node.get(name), pointers);
		});
		if (node instanceof ArrayNode && node.path(0).isObject()) {
			collect(prefix + "/0", node.get(0), pointers);
		}
	}

	private static Mutation changed(String parameter, String how, ObjectNode body, String pointer, JsonNode value) {
		ObjectNode copy = body.deepCopy();
		int end = pointer.lastIndexOf('/');
		ObjectNode parent = (ObjectNode) copy.at(pointer.substring(0, end));
		String field = pointer.substring(end + 1);
		if (value != null) {
			parent.set(field, value);
		}
		else {
			parent.remove(field);
		}
		return new Mutation(parameter + how, parameter, copy);
	}

}
