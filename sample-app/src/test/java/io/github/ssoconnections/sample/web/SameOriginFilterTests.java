// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "console.allowed-hosts=Console.example")
class SameOriginFilterTests extends AbstractConsoleTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example",
			"10.0.0.1", "evil.example@localhost", "" })
	void rejectsOtherHosts(String host) {
		rejected(get("/").header(HttpHeaders.HOST, host));
		assertThat(vendor.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:8080", "127.0.0.1:1", "127.1.2.3", "[::1]:8080",
			"console.example:8443" })
	void servesOwnHosts(String host) {
		get("/").header(HttpHeaders.HOST, host).exchange().expectStatus().isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "http://localhost:1", "https://localhost", "",
			"http://localhost.evil.example" })
	void rejectsOtherOrigins(String origin) {
		rejected(get(ENTERPRISE_CONNECTIONS).header(HttpHeaders.ORIGIN, origin));
	}

	@Test
	void servesOwnOrigin() {
		get(ENTERPRISE_CONNECTIONS).header(HttpHeaders.ORIGIN, "http://localhost:" + this.port)
			.exchange()
			.expectStatus()
			.isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site", "made-up" })
	void rejectsOtherSites(String site) {
		rejected(get(ENTERPRISE_CONNECTIONS).header("Sec-Fetch-Site", site));
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "same-origin" })
	void servesOwnSite(String site) {
		get(ENTERPRISE_CONNECTIONS).header("Sec-Fetch-Site", site).exchange().expectStatus().isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/console.css", "/nowhere", "/", SAML_CONNECTIONS })
	void coversEveryPath(String path) {
		rejected(get(path).header(HttpHeaders.ORIGIN, "https://evil.example"));
		rejected(get(path).header("Sec-Fetch-Site", "cross-site"));
	}

	@Test
	void rejectsWritesOfOtherSites() {
		rejected(this.client.post()
			.uri(ENTERPRISE_CONNECTIONS + "/ent_1/test-runs")
			.header(HttpHeaders.ORIGIN, "https://evil.example"));
		rejected(this.client.delete().uri(ENTERPRISE_CONNECTIONS + "/ent_1").header("Sec-Fetch-Site", "cross-site"));
		rejected(this.client.options()
			.uri(ENTERPRISE_CONNECTIONS)
			.header(HttpHeaders.ORIGIN, "https://evil.example")
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "PATCH"));
		assertThat(vendor.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/connections" })
	void opensPageByLinkFromElsewhere(String path) {
		get(path).header("Sec-Fetch-Site", "cross-site")
			.header("Sec-Fetch-Mode", "navigate")
			.header("Sec-Fetch-Dest", "document")
			.exchange()
			.expectStatus()
			.isOk();
	}

	@ParameterizedTest
	@CsvSource({ "/, navigate, iframe", "/, no-cors, document", "/, cors, empty",
			ENTERPRISE_CONNECTIONS + ", navigate, document", "/actuator, navigate, document" })
	void rejectsOtherUsesFromElsewhere(String path, String mode, String destination) {
		rejected(get(path).header("Sec-Fetch-Site", "cross-site")
			.header("Sec-Fetch-Mode", mode)
			.header("Sec-Fetch-Dest", destination));
	}

	/**
	 * {@code no} stands for a header that is absent, {@code own} for the console's
	 * origin.
	 */
	@ParameterizedTest
	@CsvSource({ "no, no, no, 403 form-expired", "own, no, no, 403 form-expired",
			"own, same-origin, navigate, 403 form-expired", "no, same-origin, navigate, 403 form-expired",
			"no, none, navigate, 403 form-expired", "null, same-origin, navigate, 403 form-expired",
			"null, no, no, 403 cross-site-request", "null, no, navigate, 403 cross-site-request",
			"null, none, navigate, 403 cross-site-request", "null, same-site, navigate, 403 cross-site-request",
			"null, cross-site, navigate, 403 cross-site-request", "null, same-origin, no, 403 cross-site-request",
			"null, same-origin, no-cors, 403 cross-site-request", "null, same-origin, cors, 403 cross-site-request",
			"own, cross-site, navigate, 403 cross-site-request", "own, same-site, navigate, 403 cross-site-request",
			"no, cross-site, navigate, 403 cross-site-request", "no, same-site, navigate, 403 cross-site-request",
			"https://evil.example, no, no, 403 cross-site-request",
			"https://evil.example, same-origin, navigate, 403 cross-site-request",
			"http://localhost:1, same-site, navigate, 403 cross-site-request" })
	void letsOnlyOwnFormsReachTheCheckOfTheirToken(String origin, String site, String mode, String expected) {
		post("/nowhere", origin, site, mode, expected);
	}

	@ParameterizedTest
	@CsvSource({ "no, no, no, 404 not-found", "own, no, no, 404 not-found", "own, same-origin, cors, 404 not-found",
			"null, same-origin, navigate, 403 cross-site-request", "null, no, no, 403 cross-site-request",
			"own, cross-site, cors, 403 cross-site-request", "no, same-site, cors, 403 cross-site-request",
			"https://evil.example, no, no, 403 cross-site-request" })
	void letsNoFormReachTheApi(String origin, String site, String mode, String expected) {
		post(ENTERPRISE_CONNECTIONS + "/ent_1/test-runs", origin, site, mode, expected);
	}

	private void post(String path, String origin, String site, String mode, String expected) {
		WebTestClient.RequestBodySpec request = this.client.post().uri(path);
		header(request, HttpHeaders.ORIGIN, origin.equals("own") ? "http://localhost:" + this.port : origin);
		header(request, "Sec-Fetch-Site", site);
		header(request, "Sec-Fetch-Mode", mode);
		String[] parts = expected.split(" ");
		request.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue("_token=made-up")
			.exchange()
			.expectStatus()
			.isEqualTo(Integer.parseInt(parts[0]))
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:" + parts[1]);
	}

	private static void header(WebTestClient.RequestBodySpec request, String name, String value) {
		if (!value.equals("no")) {
			request.header(name, value);
		}
	}

	@Test
	void sendsHeadersThatKeepBrowsersFromSharing() {
		for (String path : new String[] { "/", ENTERPRISE_CONNECTIONS, "/console.css", "/actuator/health",
				"/nowhere" }) {
			get(path).exchange()
				.expectHeader()
				.value("Content-Security-Policy",
						(policy) -> assertThat(policy)
							.startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
							.contains("form-action 'self'", "frame-ancestors 'none'")
							.doesNotContain("unsafe"))
				.expectHeader()
				.valueEquals("X-Content-Type-Options", "nosniff")
				.expectHeader()
				.valueEquals("Cross-Origin-Resource-Policy", "same-origin")
				.expectHeader()
				.valueEquals("Referrer-Policy", "no-referrer")
				.expectHeader()
				.valueEquals("Cache-Control", "no-store")
				.expectHeader()
				.doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
		}
	}

	private WebTestClient.RequestHeadersSpec<?> get(String path) {
		return this.client.get().uri(path);
	}

	private static void rejected(WebTestClient.RequestHeadersSpec<?> request) {
		request.exchange()
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:cross-site-request");
	}

}
