// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
	private static final Map<String, String> DIFFERENCES = Map.ofEntries(
			Map.entry("deleted_at", "the vendor's document has no body here"),
			Map.entry("enabled_clients", "it has reached its end of life, and the latest recordings leave it out"),
			Map.entry("authentication", "recorded before the vendor had it"),
			Map.entry("connected_accounts", "recorded before the vendor had it"),
			Map.entry("display_name", "some recordings leave it out where it was never set"),
			Map.entry("provisioning_ticket_url",
					"the vendor's document, which every response here follows, does not have it"),
			Map.entry("cross_app_access_resource_app",
					"newer than the vendor's document: requests with it are rejected here"),
			Map.entry("groups[].name", "newer than the vendor's document"),
			Map.entry("groups[].email", "newer than the vendor's document"),
			Map.entry("groups[].direct_members_count", "newer than the vendor's document"));

	/** Answered with 404 here, as the vendor's document does not have them. */
	private static final Set<String> NEWER_THAN_THE_DOCUMENT = Set.of(
			"POST connections/{1}/directory-provisioning/synchronized-groups",
			"DELETE connections/{1}/directory-provisioning/synchronized-groups");

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
	void answersWithTheFieldsThatWereRecorded(String recording, JsonNode steps) {
		sandbox.publishMetadata("https://idp.acme.example/metadataUrl", METADATA);
		sandbox.auth0().deletionTakes(1);
		boolean newer = steps.findValuesAsText("request").stream().anyMatch(NEWER_THAN_THE_DOCUMENT::contains);
		String id = "";
		String token = "";
		for (JsonNode step : steps) {
			String[] request = step.get("request").textValue().replace("{1}", id).replace("{token}", token).split(" ");
			JsonNode body = step.path("body").deepCopy();
			if ((newer && request[1].endsWith("synchronized-groups")) || isNothing(body)) {
				continue;
			}
			body.path("groups").forEach((group) -> ((ObjectNode) group).retain("id"));
			Answer answer = auth0.send(request[0], request[1], body.isMissingNode() ? null : filledIn(body, recording));
			assertThat(answer.status()).as("%s of %s: %s", step, recording, answer.body())
				.isEqualTo(step.get("status").intValue());
			id = (id.isEmpty()) ? answer.id() : id;
			token = answer.body().path("token_id").asText(token);
			if (step.has("response")) {
				Map<String, String> recorded = new TreeMap<>();
				addTypes("", step.get("response"), recorded, JsonNode::asText);
				Map<String, String> sent = new TreeMap<>();
				addTypes("", depth(answer.body()), sent, RecordedResponsesTests::type);
				recorded.keySet().removeIf(RecordedResponsesTests::differs);
				sent.keySet().removeIf(RecordedResponsesTests::differs);
				assertThat(sent).as("%s of %s", step.get("request"), recording).isEqualTo(recorded);
			}
		}
	}

	static Stream<Arguments> answersWithTheFieldsThatWereRecorded() {
		try (InputStream json = RecordedResponsesTests.class.getResourceAsStream("/recorded/auth0-connections.json")) {
			return StreamSupport.stream(MAPPER.readTree(json).spliterator(), false)
				.map((recording) -> Arguments.of(recording.get("recording").textValue(), recording.get("steps")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String filledIn(JsonNode body, String recording) {
		return body.toString()
			.replace("\"{certificate}\"", text(CERTIFICATE))
			.replace("\"{metadata}\"", text(METADATA))
			.replace("\"{federation-metadata}\"", text(METADATA))
			.replace("{name}", recording);
	}

	private static boolean isNothing(JsonNode body) {
		return body instanceof ObjectNode object && object.remove("cross_app_access_resource_app") != null
				&& object.isEmpty();
	}

	private static boolean differs(String field) {
		return DIFFERENCES.containsKey(field) || DIFFERENCES.containsKey(field.replaceFirst("\\..*", ""));
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
