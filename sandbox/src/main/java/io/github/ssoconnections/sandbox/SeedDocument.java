// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.Map;
import java.util.function.Consumer;

import io.github.ssoconnections.sandbox.rest.RejectedException;
import wiremock.com.fasterxml.jackson.core.JsonProcessingException;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Connections of both vendors, as the bodies of the requests that create them.
 */
final class SeedDocument {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private final JsonNode root;

	private SeedDocument(JsonNode root) {
		this.root = root;
	}

	static SeedDocument read(String json) {
		try {
			return new SeedDocument(MAPPER.readTree(json));
		}
		catch (JsonProcessingException ex) {
			// What the parser says may quote a secret
			throw new IllegalArgumentException("it is not JSON, at line " + ex.getLocation().getLineNr());
		}
	}

	/**
	 * Create the connections, in order.
	 * @param vendors what creates a connection, by the name of the vendor
	 */
	void plant(Map<String, Consumer<ObjectNode>> vendors) {
		if (!this.root.isObject()) {
			throw new IllegalArgumentException("it is not an object");
		}
		this.root.fieldNames().forEachRemaining((vendor) -> {
			Consumer<ObjectNode> creation = vendors.get(vendor);
			JsonNode bodies = this.root.get(vendor);
			if (creation == null || !bodies.isArray()) {
				throw new IllegalArgumentException("'" + vendor + "' is none of the lists " + vendors.keySet());
			}
			for (int i = 0; i < bodies.size(); i++) {
				create(vendor + "[" + i + "]", bodies.get(i), creation);
			}
		});
	}

	private static void create(String position, JsonNode body, Consumer<ObjectNode> creation) {
		if (!(body instanceof ObjectNode object)) {
			throw new IllegalArgumentException("'" + position + "' is not an object");
		}
		try {
			creation.accept(object);
		}
		catch (RejectedException ex) {
			throw new IllegalArgumentException("'" + position + "' is rejected: " + ex.getMessage(), ex);
		}
	}

}
