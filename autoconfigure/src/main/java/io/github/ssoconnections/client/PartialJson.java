// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.InputStream;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
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
		JsonNode[] root = { WireJson.mapper().missingNode() };
		try (JsonParser parser = WireJson.mapper().createParser(json)) {
			JsonToken token = parser.nextToken();
			if (token != null) {
				read(token, parser, (value) -> root[0] = value);
			}
		}
		catch (JacksonException ex) {
			// Returns the part before the error
		}
		return root[0];
	}

	private static void read(JsonToken token, JsonParser parser, Consumer<JsonNode> target) {
		switch (token) {
			case START_OBJECT -> {
				ObjectNode object = WireJson.mapper().createObjectNode();
				target.accept(object);
				while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
					String name = parser.currentName();
					read(parser.nextToken(), parser, (value) -> object.set(name, value));
				}
			}
			case START_ARRAY -> {
				ArrayNode array = WireJson.mapper().createArrayNode();
				target.accept(array);
				for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
					@Nullable JsonNode[] complete = new @Nullable JsonNode[1];
					read(item, parser, (value) -> complete[0] = value);
					array.add(complete[0]);
				}
			}
			default -> target.accept(parser.readValueAsTree());
		}
	}

}
