// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.InputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lenient JSON parser: returns everything before a syntax error, except for an incomplete
 * item of an array.
 */
final class PartialJson {

	private PartialJson() {
	}

	/**
	 * Parse JSON that may be truncated or invalid.
	 * @param json the bytes
	 * @return the parsed part, a missing node if there is none
	 */
	static JsonNode read(InputStream json) {
		JsonNode root = WireJson.mapper().missingNode();
		try (JsonParser parser = WireJson.mapper().createParser(json)) {
			JsonToken token = parser.nextToken();
			if (token == JsonToken.START_OBJECT) {
				ObjectNode object = WireJson.mapper().createObjectNode();
				root = object;
				fill(object, parser);
			}
			else if (token == JsonToken.START_ARRAY) {
				ArrayNode array = WireJson.mapper().createArrayNode();
				root = array;
				fill(array, parser);
			}
			else if (token != null) {
				root = parser.readValueAsTree();
			}
		}
		catch (JacksonException ex) {
			// Returns the part before the error
		}
		return root;
	}

	private static void fill(ObjectNode object, JsonParser parser) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			switch (parser.nextToken()) {
				case START_OBJECT -> fill(object.putObject(name), parser);
				case START_ARRAY -> fill(object.putArray(name), parser);
				default -> object.set(name, parser.<JsonNode>readValueAsTree());
			}
		}
	}

	private static void fill(ArrayNode array, JsonParser parser) {
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			switch (token) {
				case START_OBJECT -> {
					ObjectNode item = WireJson.mapper().createObjectNode();
					fill(item, parser);
					array.add(item);
				}
				case START_ARRAY -> {
					ArrayNode item = WireJson.mapper().createArrayNode();
					fill(item, parser);
					array.add(item);
				}
				default -> array.add(parser.<JsonNode>readValueAsTree());
			}
		}
	}

}
