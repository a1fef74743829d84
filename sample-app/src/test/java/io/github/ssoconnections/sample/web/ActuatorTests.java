// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sandbox.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

class ActuatorTests extends AbstractConsoleTests {

	@LocalServerPort
	int port;

	@Test
	void showsHealthWithDetails() {
		get("/actuator/health").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("UP")
			.jsonPath("$.components.diskSpace.details")
			.isNotEmpty();
	}

	@Test
	void showsHealthOfTheAccount() {
		get("/actuator/health/clerk").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("UP")
			.jsonPath("$.details.checkedAt")
			.isNotEmpty();
	}

	@Test
	void showsConnections() {
		create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"]}
				""");
		get("/actuator/ssoconnections?limit=10").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.vendors[0].vendor")
			.isEqualTo("auth0")
			.jsonPath("$.vendors[0].totalCount")
			.doesNotExist()
			.jsonPath("$.vendors[1].vendor")
			.isEqualTo("clerk")
			.jsonPath("$.vendors[1].totalCount")
			.isEqualTo(1)
			.jsonPath("$.vendors[1].connections[0].name")
			.isEqualTo("Acme")
			.jsonPath("$.vendors[1].connections[0].state")
			.isEqualTo("inactive");
		assertThat(vendor.requests()).extracting(RecordedRequest::url)
			.anyMatch((url) -> url.endsWith("/enterprise_connections?limit=10"))
			.anyMatch((url) -> url.startsWith("/api/v2/connections?") && url.endsWith("take=10"));
	}

	@Test
	void showsWhichBuildItIs() {
		get("/actuator/info").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.build.artifact")
			.isEqualTo("sso-connections-sample-app");
	}

	@Test
	void countsCallsByTemplateOfTheirPath() {
		get(ENTERPRISE_CONNECTIONS + "/ent_of_one_customer").expectStatus().isNotFound();
		get("/actuator/metrics/http.client.requests?tag=uri:{uri}",
				"/enterprise_connections/{enterprise_connection_id}")
			.expectStatus()
			.isOk();
		String metrics = get("/actuator/prometheus").expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(metrics).contains("http_client_requests_seconds_count")
			.contains("uri=\"/enterprise_connections/{enterprise_connection_id}\"")
			.doesNotContain("ent_of_one_customer");
	}

	@Test
	void exposesNothingElse() {
		for (String endpoint : new String[] { "env", "configprops", "beans", "heapdump", "loggers", "shutdown" }) {
			get("/actuator/" + endpoint).expectStatus().isNotFound();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health/..;/env", "/actuator/health/../env", "/actuator/health/%2e%2E/env",
			"/actuator/health;a=b", "/actuator/health/..%2fenv", "/actuator/health/..%5cenv", "/./actuator" })
	void rejectsPathsThatAreNotPlain(String path) throws Exception {
		assertThat(statusOf(path)).isEqualTo(400);
	}

	// A client of Spring or of the JDK would make the path plain
	private int statusOf(String path) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + this.port + "\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return Integer.parseInt(response.substring(9, 12));
		}
	}

}
