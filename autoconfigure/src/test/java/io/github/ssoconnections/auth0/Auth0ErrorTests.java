// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Error bodies and rate limit headers of Auth0.
 */
class Auth0ErrorTests {

	private static final String ADVICE = " the credentials were rejected; check 'sso-connections.auth0.token', "
			+ "'sso-connections.auth0.client-id', 'sso-connections.auth0.client-secret'";

	@RegisterExtension
	static final Wire wire = new Wire();

	private final Auth0ConnectionService service = Auth0ConnectionService.create(Auth0Client.create(WebClient.builder(),
			Auth0ConnectionDetails.ofToken(wire.server().baseUrl(), "key_canary"),
			Auth0Settings.defaults().withClient(ApiClientSettings.defaults().withRetryPolicy((failed) -> null))));

	@ParameterizedTest
	@CsvSource({ "400,invalid_body,InvalidRequest", "401,invalid_token,Unauthorized", "402,x,Forbidden",
			"403,x,Forbidden", "404,inexistent_connection,NotFound", "409,connection_conflict,Conflict", "410,x,Gone",
			"413,x,InvalidRequest", "422,x,InvalidRequest", "429,too_many_requests,RateLimited", "500,x,Unavailable",
			"503,x,Unavailable", "504,x,Unavailable" })

	void readsCodeAndMessage(int status, String code, String type) {
		wire.respondsWith(WireMock
			.jsonResponse("{\"statusCode\":" + status + ",\"error\":\"Name of it\",\"message\":\"It was key_canary.\","
					+ "\"errorCode\":\"" + code + "\"}", status)
			.withHeader("x-auth0-requestid", "request-1"));
		SsoApiException failure = failure(this.service.get("con_1"));
		assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
		assertThat(failure.status()).isEqualTo(status);
		assertThat(failure.code()).isEqualTo(code);
		assertThat(failure.errors()).singleElement().satisfies((error) -> {
			assertThat(error.message()).isEqualTo("Name of it");
			assertThat(error.text()).isEqualTo("It was ******.");
		});
		assertThat(failure).hasMessage("auth0 connections.get: " + status + ((status == 401) ? ADVICE : "") + " ["
				+ code + "] It was ******. (trace request-1)");
		wire.theRequest();
	}

	@ParameterizedTest
	@CsvSource({ "422,InvalidRequest", "504,OutcomeUnknown" })
	void readsStatusesThatAreNewerThanTheDocumentOfConnections(int status, String type) {
		wire.respondsWith(status, "{\"statusCode\":" + status + ",\"message\":\"Newer\"}");
		NewAuth0Connection connection = new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP);
		assertThat(failure(this.service.create(connection)).getClass().getSimpleName()).isEqualTo(type);
	}

	@Test
	void readsTheConflictOfAScimConfiguration() {
		wire.respondsWith(409, "{\"statusCode\":409,\"message\":\"Newer\"}");
		Auth0ScimConfigurations scim = Auth0ScimConfigurations.create(Auth0Client.create(WebClient.builder(),
				Auth0ConnectionDetails.ofToken(wire.server().baseUrl(), "key_canary")));
		assertThat(failure(scim.create("con_1"))).isInstanceOf(SsoApiException.Conflict.class);
	}

	@Test
	void namesTheScopesOfTheOperationUnlessTheErrorDoes() {
		wire.respondsWith(403, "{\"statusCode\":403,\"errorCode\":\"insufficient_scope\",\"message\":\"Denied\"}");
		assertThat(failure(this.service.get("con_1")))
			.hasMessage("auth0 connections.get: 403 needs the scope 'read:connections' [insufficient_scope] Denied");
	}

	@Test
	void reportsTheMissingScopeOfAnError() {
		wire.respondsWith(403, "{\"statusCode\":403,\"error\":\"Forbidden\",\"message\":"
				+ "\"Insufficient scope, expected any of: read:connections\",\"errorCode\":\"insufficient_scope\"}");
		assertThat(failure(this.service.list())).isInstanceOf(SsoApiException.Forbidden.class)
			.hasMessageContaining("expected any of: read:connections");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"statusCode":404,"error":"Not Found"} | [no code] Not Found
			{"statusCode":404,"message":"Gone with the wind"} | [no code] Gone with the wind
			{"message":"Gone with the wind","error":"Not Found"} | [no code] Gone with the wind
			{"errorCode":"inexistent_connection"} | [inexistent_connection] inexistent_connection
			{"error":"access_denied","error_description":"No"} | [access_denied] No
			{"error":"access_denied"} | [access_denied] access_denied
			""")
	void readsPresentFields(String body, String told) {
		wire.respondsWith(404, body);
		assertThat(failure(this.service.get("con_1"))).hasMessage("auth0 connections.get: 404 " + told);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "null", "\"text\"", "{\"error\":1,\"message\":{},\"errorCode\":[]}",
			"{\"er", "<html>404</html>" })
	void failsWithTheStatusWhenTheBodyIsNoErrorOfAuth0(String body) {
		wire.respondsWith(WireMock.aResponse().withStatus(404).withHeader("cf-ray", "ray-FRA").withBody(body));
		SsoApiException failure = failure(this.service.get("con_1"));
		assertThat(failure.errors()).isEmpty();
		assertThat(failure).hasMessage("auth0 connections.get: 404 without a readable error (trace ray-FRA)");
	}

	@Test
	void usesTheResetAsRetryAfterWhenThereIsNone() {
		Instant reset = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1000);
		wire.respondsWith(WireMock.aResponse()
			.withStatus(429)
			.withHeader("x-ratelimit-remaining", "0")
			.withHeader("x-ratelimit-reset", String.valueOf(reset.getEpochSecond())));
		Instant before = Instant.now();
		Duration wait = failure(this.service.get("con_1")).retryAfter();
		// The vendor's Date, if it sends one, is of whole seconds
		assertThat(wait).isBetween(Duration.between(Instant.now(), reset).minusSeconds(1),
				Duration.between(before, reset).plusSeconds(1));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "0,1800000000,1800000000", " 0 , 1800000000 ,1800000000", "1,1800000000,-",
			"0,-,-", "-,1800000000,-", "0,soon,-", "0,-5,-", "0,9999999999999,-", "0.0,1800000000,-" })
	void readsTheResetOfAnExhaustedLimit(String remaining, String reset, Long expected) {
		HttpHeaders headers = new HttpHeaders();
		if (remaining != null) {
			headers.add("X-RateLimit-Remaining", remaining);
		}
		if (reset != null) {
			headers.add("X-RateLimit-Reset", reset);
		}
		Instant until = new ManagementApi(Auth0ConnectionDetails.ofToken("https://a.b", "t"), null)
			.exhaustedUntil(headers);
		assertThat(until).isEqualTo((expected != null) ? Instant.ofEpochSecond(expected) : null);
	}

	private static SsoApiException failure(Mono<?> call) {
		return call.<SsoApiException>map((response) -> {
			throw new AssertionError("It did not fail");
		}).onErrorResume(SsoApiException.class, Mono::just).blockOptional(Duration.ofSeconds(20)).orElseThrow();
	}

}
