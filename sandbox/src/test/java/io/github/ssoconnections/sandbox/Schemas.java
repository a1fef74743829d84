// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.Set;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SchemaLocation;
import wiremock.com.networknt.schema.SpecVersion;
import wiremock.com.networknt.schema.ValidationMessage;

/**
 * The JSON schemas of requests and answers, written after the vendor's document.
 */
final class Schemas {

	private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

	private Schemas() {
	}

	static Set<ValidationMessage> violations(String schema, JsonNode json) {
		return FACTORY.getSchema(SchemaLocation.of("classpath:schema/" + schema + ".json")).validate(json);
	}

	static boolean isValid(String schema, JsonNode json) {
		return violations(schema, json).isEmpty();
	}

	/**
	 * Name the schema of an answer.
	 * @param method the HTTP method
	 * @param path the path below {@code /v1/}, with or without query
	 * @param status the HTTP status
	 * @return the schema
	 */
	static String ofAnswer(String method, String path, int status) {
		String[] segments = path.split("\\?")[0].split("/");
		if (status >= 400) {
			return "errors";
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
