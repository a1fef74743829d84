// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0AccessTests extends AbstractSandboxTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static HttpResponse<String> token(String contentType, String body) {
		return auth0.exchange(HttpRequest.newBuilder(URI.create(sandbox.auth0().baseUrl() + "/oauth/token"))
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static String form() {
		return "grant_type=client_credentials&client_id=" + sandbox.auth0().clientId() + "&client_secret="
				+ sandbox.auth0().clientSecret() + "&audience=" + sandbox.auth0().audience();
	}

	private static String issued() {
		return AbstractClient.json(token(FORM, form()).body()).get("access_token").textValue();
	}

	@Test
	void issuesTokenForFormAndJson() {
		for (HttpResponse<String> response : List.of(token(FORM, form()),
				token("application/json", "{\"" + form().replace("=", "\":\"").replace("&", "\",\"") + "\"}"))) {
			JsonNode body = AbstractClient.json(response.body());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(body.get("token_type").textValue()).isEqualTo("Bearer");
			assertThat(body.get("expires_in").intValue()).isEqualTo(86400);
			assertThat(body.get("scope").textValue()).startsWith("read:connections ");
			assertThat(auth0.with(body.get("access_token").textValue()).get("connections").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "client_credentials,password,403,unsupported_grant_type", "sandbox-client,x,401,access_denied",
			"sandbox-only-client-secret,x,401,access_denied",
			"https://sandbox.auth0.example,https://x,403,access_denied", "audience,x,403,access_denied" })
	void rejectsToken(String part, String replacement, int status, String error) {
		HttpResponse<String> response = token(FORM, form().replace(part, replacement));
		JsonNode body = AbstractClient.json(response.body());
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(body.get("error").textValue()).isEqualTo(error);
		assertThat(body.get("error_description").textValue()).isNotBlank().doesNotContain("secret");
		assertThat(body).hasSize(2);
	}

	@Test
	void rejectsWhatIsNotARequestForToken() {
		assertThat(token("text/plain", form()).statusCode()).isEqualTo(400);
		assertThat(token("application/json", "{").statusCode()).isEqualTo(400);
	}

	@Test
	void failsTokenEndpointInItsOwnForm() {
		sandbox.faults().on("POST", "/oauth/token").status(429, 3);
		HttpResponse<String> response = token(FORM, form());
		assertThat(response.statusCode()).isEqualTo(429);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("3");
		assertThat(AbstractClient.json(response.body()).get("error").textValue()).isEqualTo("too_many_requests");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Basic abc", "abc" })
	void rejectsRequestWithoutToken(String authorization) {
		HttpRequest.Builder request = auth0.request("GET", "connections", null)
			.setHeader("Authorization", authorization);
		assertRejected(auth0.checked("GET", "connections", auth0.exchange(request)), 401, "Missing authentication");
	}

	@Test
	void acceptsAnyTokenFromElsewhere() {
		assertThat(auth0.with("eyJhbGciOi.x.y").get("connections").status()).isEqualTo(200);
	}

	@Test
	void rejectsTokensThatWereRevokedOrHaveExpired() {
		String revoked = issued();
		sandbox.auth0().revokeTokens().tokenLifetime(Duration.ZERO);
		assertRejected(auth0.with(revoked).get("connections"), 401, "Invalid token");
		assertRejected(auth0.with(issued()).get("connections"), 401, "Expired token");
		assertThat(auth0.get("connections").status()).isEqualTo(200);
	}

	@Test
	void keepsTokensOverReset() {
		String token = issued();
		sandbox.auth0().grant("read:connections");
		sandbox.reset();
		assertThat(auth0.with(token).create("").status()).isEqualTo(201);
		assertThat(auth0.with(issued()).create("'name': 'other'").status()).isEqualTo(201);
	}

	@Test
	void grantsWhatItIsTold() {
		sandbox.auth0().grant("read:connections");
		JsonNode body = AbstractClient.json(token(FORM, form()).body());
		assertThat(body.get("scope").textValue()).isEqualTo("read:connections");
		Auth0Client reader = auth0.with(body.get("access_token").textValue());
		assertThat(reader.get("connections").status()).isEqualTo(200);
		assertRejected(reader.create(""), 403, "Insufficient scope, expected any of: create:connections");
	}

	@TestFactory
	Stream<DynamicTest> needsScopesThatTheDocumentNames() {
		return Schemas.auth0Operations()
			.entrySet()
			.stream()
			.map((entry) -> DynamicTest.dynamicTest(entry.getKey(), () -> {
				String[] operation = entry.getKey().replaceAll("\\{\\w+}", "con_none").split(" /");
				List<String> scopes = new ArrayList<>();
				entry.getValue().get("scopes").forEach((scope) -> scopes.add(scope.textValue()));
				Auth0Client everything = auth0.with(sandbox.auth0().token());
				ApiResponse rejected = auth0.with(sandbox.auth0().token("read:nothing"))
					.send(operation[0], operation[1], "{}");
				assertRejected(rejected, 403, String.join(", ", scopes));
				assertThat(rejected.text("/errorCode")).isEqualTo("insufficient_scope");
				Auth0Client scoped = auth0.with(sandbox.auth0().token(scopes.toArray(String[]::new)));
				assertThat(scoped.send(operation[0], operation[1], "{}").status()).isNotEqualTo(403)
					.isEqualTo(everything.send(operation[0], operation[1], "{}").status());
			}));
	}

	@Test
	void hidesOptionsWithoutScope() {
		Auth0Client writer = auth0.with(sandbox.auth0()
			.token("read:connections", "create:connections", "update:connections", "update:connections_options"));
		String path = writer.path("'options': {'debug': true}");
		assertThat(writer.get(path).body().has("options")).isFalse();
		assertThat(writer.get("connections").body().get(0).has("options")).isFalse();
		assertThat(writer.get("connections?take=1").body().at("/connections/0").has("options")).isFalse();
		assertThat(writer.patch(path, "{'options': {'debug': false}}").body().has("options")).isFalse();
		assertThat(auth0.get(path).body().get("options")).hasToString("{\"debug\":false}");
	}

	@Test
	void needsScopeToChangeOptions() {
		String path = auth0.path("'options': {'debug': true}");
		Auth0Client writer = auth0.with(sandbox.auth0().token("update:connections"));
		assertRejected(writer.patch(path, "{'options': {}}"), 403,
				"Insufficient scope, expected any of: update:connections_options");
		assertThat(writer.patch(path, "{'show_as_button': true}").status()).isEqualTo(200);
		assertThat(auth0.get(path).body().at("/options/debug").booleanValue()).isTrue();
	}

	@Test
	void reportsRateLimit() {
		ApiResponse response = auth0.get("connections");
		assertThat(response.header("x-ratelimit-limit")).isEqualTo("50");
		assertThat(response.header("x-ratelimit-remaining")).isEqualTo("49");
		assertThat(Long.parseLong(response.header("x-ratelimit-reset")))
			.isBetween(System.currentTimeMillis() / 1000 - 60, System.currentTimeMillis() / 1000 + 60);
		sandbox.auth0().rateLimitRemaining(0);
		assertThat(auth0.get("connections/none").header("x-ratelimit-remaining")).isEqualTo("0");
	}

}
