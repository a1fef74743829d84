// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.assertj.core.api.Assertions;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.json.JsonMapper;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A plain HTTP client that holds every answer against its schema. Bodies are written with
 * single quotes.
 */
final class ClerkClient {

	private static final String ENTERPRISE = "enterprise_connections";

	private static final String SAML = "saml_connections";

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Sandbox sandbox;

	ClerkClient(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	Answer get(String path) {
		return send("GET", path, null);
	}

	Answer post(String path, String body) {
		return send("POST", path, body);
	}

	Answer patch(String path, String body) {
		return send("PATCH", path, body);
	}

	Answer delete(String path) {
		return send("DELETE", path, null);
	}

	/**
	 * Create an enterprise connection with just what is required, and return its id.
	 * @param name the name, from which the domain is made
	 * @return the id
	 */
	String create(String name) {
		return createEnterprise("'name': '" + name + "', 'domains': ['" + name.toLowerCase() + ".example']").id();
	}

	/**
	 * Create an enterprise connection, of saml_okta unless the fields say otherwise.
	 * @param fields the fields
	 * @return the answer
	 */
	Answer createEnterprise(String fields) {
		return post(ENTERPRISE, withDefaults(fields));
	}

	/**
	 * Create a SAML connection through the SAML API.
	 * @param fields the fields
	 * @return the answer
	 */
	Answer createSaml(String fields) {
		return post(SAML, withDefaults(fields));
	}

	private static String withDefaults(String fields) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.put("name", "Acme").put("provider", "saml_okta").putArray("domains").add("acme.example");
		body.setAll((ObjectNode) json(("{" + fields + "}").replace('\'', '"')));
		return body.toString();
	}

	Answer send(String method, String path, String body) {
		HttpRequest.Builder request = request(method, path, body);
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		return checked(method, path, exchange(request));
	}

	Answer checked(String method, String path, HttpResponse<String> response) {
		Answer answer = new Answer(response.statusCode(), json(response.body()), response);
		Assertions.assertThat(Schemas.violations(Schemas.ofAnswer(method, path, answer.status()), answer.body()))
			.as("%s %s answered %s", method, path, answer.body())
			.isEmpty();
		Assertions.assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		return answer;
	}

	HttpRequest.Builder request(String method, String path, String body) {
		HttpRequest.BodyPublisher publisher = (body != null)
				? HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')) : HttpRequest.BodyPublishers.noBody();
		return HttpRequest.newBuilder(URI.create(this.sandbox.clerkBaseUrl() + "/" + path))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Bearer " + this.sandbox.clerkApiKey())
			.method(method, publisher);
	}

	HttpResponse<String> exchange(HttpRequest.Builder request) {
		return sendAsync(request).join();
	}

	CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
		return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	static JsonNode json(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(text, ex);
		}
	}

	/**
	 * An answer of the API.
	 *
	 * @param status the HTTP status
	 * @param body the body
	 * @param response the response
	 */
	record Answer(int status, JsonNode body, HttpResponse<String> response) {

		String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		String id() {
			return this.body.path("id").textValue();
		}

		String samlId() {
			return this.body.at("/saml_connection/id").textValue();
		}

		String text(String pointer) {
			return this.body.at(pointer).asText(null);
		}

		String code() {
			return text("/errors/0/code");
		}

		String parameter() {
			return text("/errors/0/meta/param_name");
		}

	}

}
