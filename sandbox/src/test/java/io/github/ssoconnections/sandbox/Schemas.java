// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.json.JsonMapper;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;
import wiremock.com.networknt.schema.JsonSchema;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SchemaLocation;
import wiremock.com.networknt.schema.SpecVersion;
import wiremock.com.networknt.schema.ValidationMessage;

/**
 * The JSON schemas of requests and responses, written after the vendors' documents.
 */
final class Schemas {

	private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

	/** The document, and what is newer than it. */
	private static final JsonNode AUTH0 = withNewer((ObjectNode) read("auth0.json"), read("auth0-newer.json"));

	private static final Map<String, JsonSchema> AUTH0_SCHEMAS = new ConcurrentHashMap<>();

	private static final JsonNode CLERK_AROUND = read("clerk-around.json");

	private Schemas() {
	}

	private static JsonNode read(String name) {
		try (InputStream stream = Schemas.class.getResourceAsStream("/schema/" + name)) {
			return new JsonMapper().readTree(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode withNewer(ObjectNode document, JsonNode newer) {
		((ObjectNode) document.get("$defs")).setAll((ObjectNode) newer.get("$defs"));
		newer.get("schemas")
			.properties()
			.forEach((schema) -> schema.getValue()
				.properties()
				.forEach((field) -> ((ObjectNode) document.at("/$defs/" + schema.getKey() + "/properties"))
					.set(field.getKey(), field.getValue().get("value"))));
		newer.get("operations")
			.properties()
			.forEach((operation) -> ((ObjectNode) document.get("operations")).set(operation.getKey(),
					operation.getValue()));
		return document;
	}

	private static JsonSchema auth0Schema(String definition) {
		ObjectNode schema = JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + definition);
		return FACTORY.getSchema(schema.set("$defs", AUTH0.get("$defs")));
	}

	/**
	 * Return what the document of Auth0 says about its operations.
	 * @return request, responses by status, and scopes, by method and path template
	 */
	static Map<String, JsonNode> auth0Operations() {
		Map<String, JsonNode> operations = new LinkedHashMap<>();
		AUTH0.get("operations").properties().forEach((entry) -> operations.put(entry.getKey(), entry.getValue()));
		return operations;
	}

	/**
	 * Find an operation of Auth0.
	 * @param method the HTTP method
	 * @param path the path below {@code /api/v2/}, with or without query
	 * @return what the document says about it
	 */
	static JsonNode auth0Operation(String method, String path) {
		return find(AUTH0, method, path)
			.orElseThrow(() -> new IllegalArgumentException("The document has no " + method + " /" + path));
	}

	private static Optional<JsonNode> find(JsonNode document, String method, String path) {
		String asked = method + " /" + path.split("\\?")[0];
		return document.get("operations")
			.properties()
			.stream()
			.filter((entry) -> asked.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+")))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	static Set<ValidationMessage> auth0Violations(String definition, JsonNode json) {
		return AUTH0_SCHEMAS.computeIfAbsent(definition, Schemas::auth0Schema).validate(json);
	}

	static Set<ValidationMessage> violations(String schema, JsonNode json) {
		return FACTORY
			.getSchema(SchemaLocation.of("classpath:schema/" + (schema.contains("#") ? schema : schema + ".json")))
			.validate(json);
	}

	static boolean isValid(String schema, JsonNode json) {
		return violations(schema, json).isEmpty();
	}

	/**
	 * Name the schema of a response.
	 * @param method the HTTP method
	 * @param path the path below {@code /v1/}, with or without query
	 * @param status the HTTP status
	 * @return the schema
	 */
	static String ofResponse(String method, String path, int status) {
		String[] segments = path.split("\\?")[0].split("/");
		if (status >= 400) {
			return "errors";
		}
		Optional<JsonNode> around = find(CLERK_AROUND, method, path);
		if (around.isPresent()) {
			return "clerk-around.json#/$defs/" + around.get().at("/answers/" + status).asText("none");
		}
		if (segments.length == 3) {
			return method.equals("GET") ? "test-runs" : "test-run-link";
		}
		if (method.equals("DELETE")) {
			return "deleted-object";
		}
		String object = segments[0].replace("_connections", "-connection");
		return (segments.length == 1 && method.equals("GET")) ? object + "s" : object;
	}

}
