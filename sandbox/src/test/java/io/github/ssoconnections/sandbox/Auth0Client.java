// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.Assertions;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A client of the sandbox's Auth0.
 */
final class Auth0Client extends AbstractClient {

	private final Sandbox sandbox;

	private final String token;

	Auth0Client(Sandbox sandbox) {
		this(sandbox, sandbox.auth0().token());
	}

	private Auth0Client(Sandbox sandbox, String token) {
		this.sandbox = sandbox;
		this.token = token;
	}

	Auth0Client with(String otherToken) {
		return new Auth0Client(this.sandbox, otherToken);
	}

	@Override
	String baseUrl() {
		return this.sandbox.auth0().baseUrl() + "/api/v2";
	}

	@Override
	String token() {
		return this.token;
	}

	@Override
	void check(String method, String path, ApiResponse response) {
		if (response.status() >= 400) {
			assertValid("Error", response);
			return;
		}
		JsonNode responses = Schemas.auth0Operation(method, path).get("answers");
		Assertions.assertThat(responses.has(String.valueOf(response.status())))
			.as("%s %s responded %s, which is not in the document", method, path, response.status())
			.isTrue();
		JsonNode definition = responses.get(String.valueOf(response.status()));
		if (definition.isNull()) {
			Assertions.assertThat(response.body().isMissingNode()).as("no body").isTrue();
		}
		else {
			assertValid(definition.textValue(), response);
		}
	}

	private static void assertValid(String definition, ApiResponse response) {
		Assertions.assertThat(Schemas.auth0Violations(definition, response.body())).as("%s", response.body()).isEmpty();
	}

	/**
	 * Create a connection, a samlp one called acme unless the fields say otherwise.
	 * @param fields the fields
	 * @return the response
	 */
	ApiResponse create(String fields) {
		ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", "acme").put("strategy", "samlp");
		body.setAll((ObjectNode) json(("{" + fields + "}").replace('\'', '"')));
		return post("connections", body.toString());
	}

	/**
	 * Create a connection and return its path.
	 * @param fields the fields
	 * @return the path
	 */
	String path(String fields) {
		return "connections/" + create(fields).id();
	}

	static List<String> texts(JsonNode list, String field) {
		List<String> texts = new ArrayList<>();
		list.forEach((item) -> texts.add(item.path(field).asText(null)));
		return texts;
	}

}
