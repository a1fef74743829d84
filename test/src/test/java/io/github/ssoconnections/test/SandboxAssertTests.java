// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.sandbox.Sandbox;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.github.ssoconnections.test.SandboxAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SandboxAssert} and {@link ReceivedRequestsAssert}.
 */
class SandboxAssertTests {

	private static final String CONNECTIONS = "/v1/enterprise_connections";

	private static final String ACME = """
			{ "name": "Acme", "provider": "oidc_custom", "domains": ["acme.example"], "organization_id": null,
			  "limit": 10, "oidc": { "client_id": "sso", "client_secret": "top-secret-1" } }
			""";

	private static Sandbox sandbox;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@Test
	void findsRequests() {
		post("default", ACME);
		post("europe", ACME.replace("Acme", "Globex"));
		get("default", CONNECTIONS + "?limit=10&query=a%20b%26c");
		assertThat(sandbox).receivedRequests(3).receivedNo("DELETE", CONNECTIONS + "/{id}");
		assertThat(sandbox).received("POST", CONNECTIONS).times(2);
		assertThat(sandbox).received("post", CONNECTIONS)
			.withField("name", "Acme")
			.withField("provider", ConnectionProvider.OIDC_CUSTOM)
			.withField("domains", List.of("acme.example"))
			.withField("domains.0", "acme.example")
			.withField("organization_id", null)
			.withField("limit", 10L)
			.withField("oidc", Map.of("client_id", "sso", "client_secret", "top-secret-1"))
			.withField("oidc.client_secret", "top-secret-1")
			.withoutField("active")
			.withoutField("saml.idp_entity_id")
			.byAccount("default")
			.once();
		assertThat(sandbox).received("POST", CONNECTIONS).byAccount("europe").withField("name", "Globex").once();
		assertThat(sandbox).received("GET", CONNECTIONS).withQuery("limit", "10").withQuery("query", "a b&c").once();
	}

	@Test
	void matchesSegmentsInBraces() {
		get("default", CONNECTIONS + "/ent_1");
		get("default", CONNECTIONS + "/ent_1/test_runs");
		assertThat(sandbox).received("GET", CONNECTIONS + "/{id}").once();
		assertThat(sandbox).received("GET", CONNECTIONS + "/{id}/test_runs").once();
		assertThat(sandbox).receivedNo("GET", CONNECTIONS).receivedNo("GET", "/v1/enterprise.connections/{id}");
	}

	@Test
	void receivedNothing() {
		assertThat(sandbox).receivedNothing().receivedRequests(0).receivedNo("GET", CONNECTIONS);
		get("default", CONNECTIONS);
		assertFails(() -> assertThat(sandbox).receivedNothing(), "GET " + CONNECTIONS, "'default'");
	}

	@Test
	void saysWhatWasReceivedInstead() {
		assertFails(() -> assertThat(sandbox).received("GET", CONNECTIONS), "GET " + CONNECTIONS, "nothing");
		post("europe", ACME);
		assertFails(() -> assertThat(sandbox).received("PATCH", CONNECTIONS + "/{id}"),
				"PATCH " + CONNECTIONS + "/{id}", "POST " + CONNECTIONS, "'europe'", "[name, provider");
		assertFails(() -> assertThat(sandbox).receivedNo("POST", CONNECTIONS), "not to have received");
		assertFails(() -> assertThat(sandbox).receivedRequests(2), "2 request(s)");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).times(2), "2 time(s)");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).byAccount("default"), "'default'",
				"europe");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).withField("name", "100 % Globex"),
				"100 % Globex", "\"Acme\"");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).withField("active", true), "not sent");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).withField("organization_id", "null"),
				"null");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).withoutField("organization_id"), "null");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).withQuery("limit", "1"), "limit");
	}

	@Test
	void showsNoSecret() {
		post("default", ACME);
		for (String field : List.of("oidc", "oidc.client_secret", "oidc.client_secret.x")) {
			assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS)
				.withField(field, Map.of("client_secret", "top-secret-2")), field);
			assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).withField(field, "x"), field);
		}
		assertFails(
				() -> assertThat(sandbox).received("POST", CONNECTIONS).withField("oidc.client_secret", "top-secret-2"),
				"******");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).withoutField("oidc"), "******");
	}

	@Test
	void findsRequestsWithoutJson() {
		send(request("default", CONNECTIONS).POST(BodyPublishers.ofString("client_secret=top-secret-1")));
		assertThat(sandbox).received("POST", CONNECTIONS).withoutField("client_secret");
		assertFails(() -> assertThat(sandbox).received("POST", CONNECTIONS).withField("client_secret", "x"),
				"not sent");
	}

	@Test
	void rejectsPathWithQuery() {
		assertThatIllegalArgumentException().isThrownBy(() -> assertThat(sandbox).received("GET", "/v1/a?limit=1"))
			.withMessageContaining("withQuery");
	}

	private static void assertFails(ThrowingCallable assertion, String... texts) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion)
			.withMessageContainingAll(texts)
			.satisfies((error) -> org.assertj.core.api.Assertions.assertThat(error.getMessage())
				.doesNotContain("top-secret", "sk_test_"));
	}

	private static void get(String account, String path) {
		send(request(account, path));
	}

	private static void post(String account, String body) {
		send(request(account, CONNECTIONS).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body)));
	}

	private static HttpRequest.Builder request(String account, String path) {
		return HttpRequest.newBuilder(URI.create(sandbox.auth0().baseUrl() + path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", "Bearer " + SandboxCredentials.clerkApiKey(account));
	}

	private static void send(HttpRequest.Builder request) {
		try {
			HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
