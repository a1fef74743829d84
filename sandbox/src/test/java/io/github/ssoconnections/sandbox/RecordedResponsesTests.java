// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.json.JsonMapper;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;
import wiremock.com.fasterxml.jackson.databind.node.TextNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each request that the vendor's Terraform provider has recorded of the real API, with
 * made-up values: the sandbox's response has the same fields of the same types. The
 * fields were taken from {@code test/data/recordings} at commit a00b6921 of 2026-08-18.
 */
class RecordedResponsesTests extends AbstractSandboxTests {

	/** What differs, by field, and why. */
	private static final Map<String, String> DIFFERENCES = Map.of("deleted_at",
			"the vendor's document has no body here", "enabled_clients",
			"it has reached its end of life, and the latest recordings leave it out", "provisioning_ticket_url",
			"the vendor's document, which every response here follows, does not have it", "options.password_options",
			"some tenants have it by default, others passwordPolicy: here it is the latter");

	/** What is always there, and in some recordings only. */
	private static final Map<String, String> NOT_IN_EVERY_RECORDING = Map.of("authentication",
			"some were made before the vendor had it", "connected_accounts", "some were made before the vendor had it",
			"display_name", "some leave it out where it was never set", "options.authentication_methods",
			"some were made before the vendor had it", "options.passkey_options",
			"some were made before the vendor had it", "options.passwordPolicy",
			"some tenants have password_options instead", "options.authorizationURL",
			"null in the response to a write and absent in the next, here it stays", "options.tokenURL",
			"null in the response to a write and absent in the next, here it stays");

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final String CERTIFICATE = TestCertificates.selfSigned("idp.acme.example",
			Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(365)));

	private static final String METADATA = TestMetadata
		.xml("https://idp.acme.example", "https://idp.acme.example/sso", CERTIFICATE)
		.replace("</md:IDPSSODescriptor>",
				"<md:SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" "
						+ "Location=\"https://idp.acme.example/slo\"/></md:IDPSSODescriptor>");

	@ParameterizedTest
	@MethodSource
	void returnsTheFieldsThatWereRecorded(String recording, JsonNode steps) {
		sandbox.publishMetadata("https://idp.acme.example/metadataUrl", METADATA);
		List<String> ids = new ArrayList<>();
		String token = "";
		for (JsonNode step : steps) {
			String[] request = filledIn(step.get("request").textValue(), ids, token).split(" ");
			sandbox.auth0().deletionTakes((step.get("status").intValue() == 202) ? 1 : 0);
			JsonNode body = step.path("body").deepCopy();
			ApiResponse response = auth0.send(request[0], request[1],
					body.isMissingNode() ? null : filledIn(body, recording));
			assertThat(response.status()).as("%s of %s: %s", step, recording, response.body())
				.isEqualTo(step.get("status").intValue());
			if (request[0].equals("POST") && request[1].equals("connections") && response.status() == 201) {
				ids.add(response.id());
			}
			token = response.body().path("token_id").asText(token);
			if (step.has("response")) {
				Map<String, String> recorded = new TreeMap<>();
				addTypes("", step.get("response"), recorded, JsonNode::asText);
				Map<String, String> sent = new TreeMap<>();
				addTypes("", depth(response.body()), sent, RecordedResponsesTests::type);
				recorded.keySet().removeIf((field) -> isIn(DIFFERENCES, field));
				sent.keySet()
					.removeIf((field) -> isIn(DIFFERENCES, field)
							|| (isIn(NOT_IN_EVERY_RECORDING, field) && !recorded.containsKey(field)));
				assertThat(sent).as("%s of %s", step.get("request"), recording).isEqualTo(recorded);
			}
		}
	}

	static Stream<Arguments> returnsTheFieldsThatWereRecorded() {
		try (InputStream json = RecordedResponsesTests.class.getResourceAsStream("/recorded/auth0-connections.json")) {
			return StreamSupport.stream(MAPPER.readTree(json).spliterator(), false)
				.map((recording) -> Arguments.of(recording.get("recording").textValue(), recording.get("steps")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String filledIn(String request, List<String> ids, String token) {
		String filledIn = request.replace("{token}", token);
		for (int i = 0; i < ids.size(); i++) {
			filledIn = filledIn.replace("{" + (i + 1) + "}", ids.get(i));
		}
		return filledIn;
	}

	private static String filledIn(JsonNode body, String recording) {
		return body.toString()
			.replace("\"{certificate}\"", text(CERTIFICATE))
			.replace("\"{metadata}\"", text(METADATA))
			.replace("\"{federation-metadata}\"", text(METADATA))
			.replace("{name}", recording);
	}

	private static boolean isIn(Map<String, String> fields, String field) {
		return fields.containsKey(field) || fields.containsKey(field.replaceFirst("\\..*", ""));
	}

	private static void addTypes(String path, JsonNode node, Map<String, String> types,
			Function<JsonNode, String> type) {
		if (node.isObject()) {
			node.properties()
				.forEach((field) -> addTypes((path.isEmpty() ? "" : path + ".") + field.getKey(), field.getValue(),
						types, type));
		}
		else if (node.isArray()) {
			types.put(path, "list");
			if (node.path(0).isObject()) {
				addTypes(path + "[]", node.get(0), types, type);
			}
		}
		else if (!node.isMissingNode()) {
			types.put(path, type.apply(node));
		}
	}

	// Objects within objects within objects are compared as such
	private static JsonNode depth(JsonNode response) {
		JsonNode copy = response.deepCopy();
		copy.forEach((field) -> {
			if (field instanceof ObjectNode object) {
				object.properties().forEach((inner) -> {
					if (inner.getValue().isObject()) {
						inner.setValue(TextNode.valueOf("object"));
					}
				});
			}
		});
		return copy;
	}

	private static String type(JsonNode value) {
		if (value.asText().equals("object")) {
			return "object";
		}
		return switch (value.getNodeType()) {
			case STRING -> "text";
			case ARRAY -> "list";
			default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
		};
	}

	private static String text(String value) {
		return MAPPER.valueToTree(value).toString();
	}

}
