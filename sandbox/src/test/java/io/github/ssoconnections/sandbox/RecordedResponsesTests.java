// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each request that the vendor's Terraform provider has recorded of the real API, with
 * made-up values: the sandbox's response has the same fields of the same types. The
 * fields were taken from {@code test/data/recordings} at commit a00b6921 of 2026-08-18.
 */
class RecordedResponsesTests extends AbstractSandboxTests {

	/** What differs, by field, and why. */
	private static final Map<String, String> DIFFERENCES = Map.of("enabled_clients",
			"it has reached its end of life, and the latest recordings leave it out", "authentication",
			"recorded before the vendor had it", "connected_accounts", "recorded before the vendor had it",
			"display_name", "some recordings leave it out where it was never set", "provisioning_ticket_url",
			"the vendor's document, which every response here follows, does not have it",
			"cross_app_access_resource_app", "newer than the vendor's document: requests with it are rejected here");

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
		String id = "";
		for (JsonNode step : steps) {
			ObjectNode request = step.get("body").deepCopy();
			request.remove("cross_app_access_resource_app");
			if (request.isEmpty()) {
				continue;
			}
			String body = filledIn(request, recording);
			Answer answer = step.get("request").textValue().equals("POST") ? auth0.post("connections", body)
					: auth0.patch("connections/" + id, body);
			assertThat(answer.status()).as("%s", answer.body()).isLessThan(300);
			id = answer.id();
			Map<String, String> recorded = recordedTypes(step.get("response"));
			Map<String, String> sent = types(answer.body());
			recorded.keySet().removeAll(DIFFERENCES.keySet());
			sent.keySet().removeAll(DIFFERENCES.keySet());
			assertThat(sent).as("%s of %s", step.get("request"), recording).isEqualTo(recorded);
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

	private static Map<String, String> recordedTypes(JsonNode response) {
		Map<String, String> types = new TreeMap<>();
		response.properties().forEach((field) -> {
			if (field.getKey().equals("options")) {
				field.getValue()
					.properties()
					.forEach((option) -> types.put("options." + option.getKey(), option.getValue().textValue()));
			}
			else {
				types.put(field.getKey(), field.getValue().textValue());
			}
		});
		return types;
	}

	private static Map<String, String> types(JsonNode response) {
		Map<String, String> types = new TreeMap<>();
		response.properties().forEach((field) -> {
			if (field.getKey().equals("options")) {
				field.getValue()
					.properties()
					.forEach((option) -> types.put("options." + option.getKey(), type(option.getValue())));
			}
			else {
				types.put(field.getKey(), type(field.getValue()));
			}
		});
		return types;
	}

	private static String type(JsonNode value) {
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
