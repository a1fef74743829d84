// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.net.URI;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTests extends AbstractConsoleTests {

	private static final String ACME = """
			{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"]}
			""";

	@ParameterizedTest
	@CsvSource({ "400, 400, invalid-request", "401, 502, unauthorized", "402, 502, forbidden", "403, 502, forbidden",
			"404, 404, not-found", "409, 409, conflict", "410, 502, gone", "413, 502, invalid-request",
			"415, 502, invalid-request", "422, 422, invalid-request", "418, 502, invalid-request",
			"407, 502, invalid-request", "302, 502, malformed-response", "500, 503, unavailable",
			"503, 503, unavailable", "504, 504, unavailable" })
	void returnsProblemForStatusOfRead(int status, int expected, String type) {
		vendor.faults().status(status);
		get(ENTERPRISE_CONNECTIONS + "/ent_1").expectStatus()
			.isEqualTo(expected)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:" + type)
			.jsonPath("$.title")
			.isNotEmpty()
			.jsonPath("$.status")
			.isEqualTo(expected)
			.jsonPath("$.detail")
			.isNotEmpty()
			.jsonPath("$.instance")
			.isEqualTo(ENTERPRISE_CONNECTIONS + "/ent_1")
			.jsonPath("$.vendor")
			.isEqualTo("clerk")
			.jsonPath("$.operation")
			.isEqualTo("enterprise_connections.get");
	}

	@ParameterizedTest
	@CsvSource({ "500, 502, outcome-unknown", "504, 502, outcome-unknown", "302, 502, malformed-response" })
	void returnsProblemForStatusOfWrite(int status, int expected, String type) {
		vendor.faults().status(status);
		post(ENTERPRISE_CONNECTIONS, ACME).expectStatus()
			.isEqualTo(expected)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:" + type);
	}

	@Test
	void passesTheVendorsErrorsOn() {
		post(ENTERPRISE_CONNECTIONS, "{\"provider\":\"saml_okta\",\"domains\":[\"a.example\"]}").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.errors.length()")
			.isEqualTo(1)
			.jsonPath("$.errors[0].code")
			.isEqualTo("form_param_missing")
			.jsonPath("$.errors[0].message")
			.isNotEmpty()
			.jsonPath("$.errors[0].long_message")
			.isNotEmpty()
			.jsonPath("$.errors[0].parameter")
			.isEqualTo("name")
			.jsonPath("$.trace_id")
			.isNotEmpty()
			.jsonPath("$.detail")
			.isEqualTo("The upstream service rejected values of the request.")
			.jsonPath("$.message")
			.value(String.class, (message) -> assertThat(message).contains("name must be included."));
	}

	@Test
	void saysWhenToComeBackAfterTooManyCalls() {
		vendor.faults().status(429, 60);
		get(ENTERPRISE_CONNECTIONS).expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
			.expectHeader()
			.valueEquals(HttpHeaders.RETRY_AFTER, "60")
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:rate-limited");
	}

	@Test
	void saysToLookWhenOutcomeOfCreateIsUnknown() {
		vendor.faults().on("POST", "/v1/enterprise_connections").afterCommit().reset();
		post(ENTERPRISE_CONNECTIONS, ACME).expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:outcome-unknown")
			.jsonPath("$.detail")
			.isEqualTo("It is unknown whether the upstream service made the change: "
					+ "list the connections and look for its name and domains.");
		get(ENTERPRISE_CONNECTIONS).expectBody().jsonPath("$.total_count").isEqualTo(1);
	}

	@Test
	void returnsBadGatewayWhenTheResponseCannotBeRead() {
		vendor.faults().respond(200, "text/html", "<html>made-up</html>");
		String problem = get(ENTERPRISE_CONNECTIONS).expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(problem).contains("urn:sso-connections:malformed-response").doesNotContain("<html>");
	}

	@Test
	void returnsUnavailableWhenConnectionBreaks() {
		vendor.faults().reset();
		get(ENTERPRISE_CONNECTIONS).expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
			.expectBody()
			.jsonPath("$.errors")
			.doesNotExist();
	}

	@ParameterizedTest
	@CsvSource({ "a%2Fb, The path must", "..,The path must", "%20,'''id'' must be'", "a.b,'''id'' must be'" })
	void rejectsIdsThatCannotBe(String id, String text) {
		this.client.get()
			.uri((builder) -> URI.create(builder.path(ENTERPRISE_CONNECTIONS).build() + "/" + id))
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).startsWith(text));
		assertThat(vendor.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "[{\"name\":\"A\"}]", "\"text\"", "1", "{", "{}{}", "{\"name\":}" })
	void rejectsBodiesThatAreNoObject(String body) {
		post(ENTERPRISE_CONNECTIONS, body).expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("The body must be a JSON object.");
		assertThat(vendor.requests()).isEmpty();
	}

	@Test
	void rejectsOtherContentTypes() {
		this.client.post()
			.uri(ENTERPRISE_CONNECTIONS)
			.contentType(MediaType.TEXT_PLAIN)
			.bodyValue(ACME)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void rejectsBodiesOverTheLimit() {
		post(ENTERPRISE_CONNECTIONS, "{\"name\":\"" + "a".repeat(1024 * 1024) + "\"}").expectStatus()
			.isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(vendor.requests()).isEmpty();
	}

	@Test
	void returnsProblemForWhatIsNotThere() {
		get("/nowhere").expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
		this.client.put()
			.uri(ENTERPRISE_CONNECTIONS)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.METHOD_NOT_ALLOWED)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void returnsProblemWhateverIsAccepted() {
		this.client.get()
			.uri(ENTERPRISE_CONNECTIONS + "/ent_1")
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

}
