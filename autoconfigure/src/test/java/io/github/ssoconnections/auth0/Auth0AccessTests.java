// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.AccessTokens;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.testing.Sent;
import io.github.ssoconnections.testing.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Credentials tokens of calls, at the HTTP level.
 */
@Tag("blockhound")
class Auth0AccessTests {

	private static final String ADVICE = " the credentials were rejected; check 'sso-connections.auth0.token', "
			+ "'sso-connections.auth0.client-id', 'sso-connections.auth0.client-secret'";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final ApiCall<Map<String, Object>> GET = ApiOperation
		.of("things.get", HttpMethod.GET, "/things", Effect.READ,
				ResponseType.<Map<String, Object>>of(Map.class, String.class, Object.class))
		.call();

	private static final Auth0Settings SETTINGS = Auth0Settings.defaults()
		.withClient(ApiClientSettings.defaults()
			.withRetryPolicy((failed) -> null)
			.withRateLimit(RateLimitSettings.disabled()));

	private static final String SECRET = "secret & +/=%ü";

	@RegisterExtension
	static final Wire wire = new Wire();

	@Test
	void sendsATokenThatIsGiven() {
		wire.respondsWith(200, "{}");
		call(Auth0ConnectionDetails.ofToken(wire.server().baseUrl() + "/", "given"));
		LoggedRequest request = wire.theRequest();
		assertThat(request.getUrl()).isEqualTo("/api/v2/things");
		assertThat(request.getHeader("Authorization")).isEqualTo("Bearer given");
	}

	@Test
	void requestsATokenAsTheVendorDocuments() {
		grants(token("fetched", 86400));
		respondsTo("fetched", WireMock.okJson("{}"));
		call(credentials());
		List<LoggedRequest> requests = wire.requests();
		assertThat(requests).hasSize(2);
		LoggedRequest token = requests.stream()
			.filter((request) -> request.getUrl().equals("/oauth/token"))
			.findAny()
			.orElseThrow();
		assertThat(token.getMethod().getName()).isEqualTo("POST");
		assertThat(token.getBodyAsString()).isEqualTo("grant_type=client_credentials&client_id=id&client_secret="
				+ "secret+%26+%2B%2F%3D%25%C3%BC&audience=https%3A%2F%2Facme.eu.auth0.com%2Fapi%2Fv2%2F");
		assertThat(token.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
		assertThat(token.getHeader("Accept")).isEqualTo("application/json");
		assertThat(token.containsHeader("Authorization")).isFalse();
	}

	@Test
	void hasTheAddressForAnAudienceByDefault() {
		assertThat(Auth0ConnectionDetails.ofToken("https://acme.eu.auth0.com", "t").getAudience())
			.isEqualTo("https://acme.eu.auth0.com/api/v2/");
		assertThat(Auth0ConnectionDetails.ofClientCredentials("https://sso.acme.com/", "i", "s").getAudience())
			.isEqualTo("https://sso.acme.com/api/v2/");
	}

	@Test
	void requestsOneTokenForAThousandCallers() {
		grants(token("fetched", 86400).withFixedDelay(100));
		AtomicInteger calls = new AtomicInteger();
		// The server may lack the header
		WebClient.Builder builder = WebClient.builder()
			.filter((request, next) -> request.url().getPath().equals("/oauth/token") ? next.exchange(request)
					: Mono.fromSupplier(() -> respond(request, calls)));
		Auth0Client client = Auth0Client.create(builder, credentials(), SETTINGS);
		StepVerifier.create(Flux.range(0, 1000).flatMap((number) -> client.execute(GET), 1000).count())
			.expectNext(1000L)
			.expectComplete()
			.verify(PATIENCE);
		wire.theRequest();
		assertThat(calls).hasValue(1000);
	}

	private static ClientResponse respond(ClientRequest request, AtomicInteger calls) {
		assertThat(Sent.headers(request).getFirst("Authorization")).isEqualTo("Bearer fetched");
		calls.incrementAndGet();
		return ClientResponse.create(HttpStatus.OK).body("{}").build();
	}

	@Test
	void authenticatesOnceMoreWhenTheTokenIsRevokedInABurst() {
		grantsInTurn(token("first", 86400), token("second", 86400));
		respondsTo("first", WireMock.okJson("{}"));
		respondsTo("second", WireMock.okJson("{}"));
		Auth0Client client = client(credentials());
		StepVerifier.create(client.execute(GET)).expectNextCount(1).expectComplete().verify(PATIENCE);
		respondsTo("first", WireMock.jsonResponse("{\"statusCode\":401,\"error\":\"Unauthorized\"}", 401));
		StepVerifier.create(Flux.range(0, 100).flatMap((number) -> client.execute(GET), 100).count())
			.expectNext(100L)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(tokenRequests()).isEqualTo(2);
	}

	@Test
	void requestsAnotherTokenWhenTheSecretChanges() {
		grantsInTurn(token("first", 86400), token("second", 86400));
		respondsTo("first", WireMock.okJson("{}"));
		respondsTo("second", WireMock.okJson("{}"));
		AtomicReference<String> secret = new AtomicReference<>("one");
		Auth0Client client = client(new Changing(secret));
		StepVerifier.create(client.execute(GET).then(client.execute(GET)))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(tokenRequests()).isEqualTo(1);
		secret.set("two");
		StepVerifier.create(client.execute(GET)).expectNextCount(1).expectComplete().verify(PATIENCE);
		assertThat(
				wire.requests().stream().map(LoggedRequest::getBodyAsString).filter((body) -> body.contains("=two&")))
			.hasSize(1);
		assertThat(wire.requests()).last()
			.satisfies((request) -> assertThat(request.getHeader("Authorization")).isEqualTo("Bearer second"));
	}

	@ParameterizedTest
	@CsvSource({ "401,access_denied,Unauthorized", "403,unauthorized_client,Forbidden",
			"400,invalid_request,InvalidRequest", "429,too_many_requests,RateLimited",
			"503,temporarily_unavailable,Unavailable" })
	void failsWithTheErrorOfTheTokenEndpoint(int status, String error, String type) {
		grants(WireMock
			.jsonResponse("{\"error\":\"" + error + "\",\"error_description\":\"No: " + SECRET + "\"}", status)
			.withHeader("Retry-After", "7")
			.withHeader("x-auth0-requestid", "request-1"));
		SsoApiException failure = failure(credentials());
		assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
		assertThat(failure.vendor()).isEqualTo("auth0");
		assertThat(failure.operation()).isEqualTo("oauth.token");
		assertThat(failure.code()).isEqualTo(error);
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(failure).hasMessage("auth0 oauth.token: " + status + ((status == 401) ? ADVICE : "") + " [" + error
				+ "] No: ****** (trace request-1)");
		assertThat(tokenRequests()).isEqualTo(1);
		assertThat(wire.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>", "[]", "null", "{}", "{\"access_token\":null}", "{\"access_token\":\" \"}",
			"{\"access_token\":\"t\",\"expires_in\":\"soon\"}" })
	void failsWhenThereIsNoTokenInTheResponse(String body) {
		grants(WireMock.ok(body));
		SsoApiException failure = failure(credentials());
		assertThat(failure).isInstanceOf(SsoApiException.MalformedResponse.class)
			.hasMessageStartingWith("auth0 oauth.token: 200 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"10\"", "0", "-1", "null", "1e400", "-1e400", "99999999999999999999", "600.5" })
	void acceptsEveryLifetime(String expiresIn) {
		grants(WireMock.okJson("{\"access_token\":\"fetched\",\"expires_in\":" + expiresIn + "}"));
		respondsTo("fetched", WireMock.okJson("{}"));
		Auth0Client client = client(credentials());
		StepVerifier.create(Flux.range(0, 20).concatMap((number) -> client.execute(GET)).count())
			.expectNext(20L)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(tokenRequests()).isEqualTo(1);
	}

	@Test
	void retriesWhenNoTokenCanHaveBeenIssued() {
		grantsInTurn(WireMock.serverError(), token("fetched", 10));
		respondsTo("fetched", WireMock.okJson("{}"));
		Auth0Settings settings = Auth0Settings.defaults();
		StepVerifier.create(Auth0Client.create(WebClient.builder(), credentials(), settings).execute(GET))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(tokenRequests()).isEqualTo(2);
	}

	@Test
	void sendsNothingWithoutCredentials() {
		Auth0ConnectionDetails nothing = () -> wire.server().baseUrl();
		StepVerifier.create(client(nothing).execute(GET))
			.expectErrorMessage("auth0 needs a token, or a client id with a client secret")
			.verify(PATIENCE);
		assertThat(wire.requests()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> Auth0ConnectionDetails.ofToken(" ", "t"));
		assertThatIllegalArgumentException().isThrownBy(() -> Auth0ConnectionDetails.ofToken("https://a.b", " "));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Auth0ConnectionDetails.ofClientCredentials("https://a.b", "i", " "));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Auth0ConnectionDetails.ofClientCredentials("https://a.b", " ", "s"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://user:hidden@acme.auth0.com", "http://hidden.auth0.com",
			"acme.auth0.com/hidden", "https://acme.auth0.com?hidden=1", "https://acme.auth0.com#hidden" })
	void sendsNothingToAnInvalidAddress(String baseUrl) {
		Auth0ConnectionDetails details = () -> baseUrl;
		Auth0ConnectionDetails given = new Given(baseUrl);
		assertThat(details.getAudience()).startsWith(baseUrl);
		StepVerifier.create(client(given).execute(GET))
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).hasMessageContaining("base URL").hasMessageNotContaining("hidden"))
			.verify(PATIENCE);
	}

	@Test
	void showsNoSecret() {
		ClientCredentials credentials = ClientCredentials.of(credentials());
		assertThat(credentials.toString()).contains("clientId=id").doesNotContain(SECRET);
		assertThat(credentials.toForm().toString()).doesNotContain(SECRET);
		assertThat(new AccessTokens.AccessToken(Secret.of("hidden"), null).toString()).doesNotContain("hidden");
	}

	private static Auth0ConnectionDetails credentials() {
		return Auth0ConnectionDetails.ofClientCredentials(wire.server().baseUrl(), "https://acme.eu.auth0.com/api/v2/",
				"id", SECRET);
	}

	private static Auth0Client client(Auth0ConnectionDetails details) {
		return Auth0Client.create(WebClient.builder(), details, SETTINGS);
	}

	private static void call(Auth0ConnectionDetails details) {
		StepVerifier.create(client(details).execute(GET)).expectNextCount(1).expectComplete().verify(PATIENCE);
	}

	private static SsoApiException failure(Auth0ConnectionDetails details) {
		Mono<SsoApiException> failure = client(details).execute(GET).<SsoApiException>map((response) -> {
			throw new AssertionError("It did not fail");
		}).onErrorResume(SsoApiException.class, Mono::just);
		return failure.blockOptional(PATIENCE).orElseThrow();
	}

	private static ResponseDefinitionBuilder token(String token, long expiresIn) {
		return WireMock.okJson("{\"access_token\":\"" + token + "\",\"expires_in\":" + expiresIn
				+ ",\"scope\":\"read:connections\",\"token_type\":\"Bearer\"}");
	}

	private static void grants(ResponseDefinitionBuilder response) {
		wire.server().stubFor(WireMock.post("/oauth/token").willReturn(response));
	}

	private static void grantsInTurn(ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
		wire.server()
			.stubFor(WireMock.post("/oauth/token")
				.inScenario("grants")
				.whenScenarioStateIs(Scenario.STARTED)
				.willReturn(first)
				.willSetStateTo("second"));
		wire.server()
			.stubFor(WireMock.post("/oauth/token")
				.inScenario("grants")
				.whenScenarioStateIs("second")
				.willReturn(second));
	}

	private static void respondsTo(String token, ResponseDefinitionBuilder response) {
		wire.server()
			.stubFor(WireMock.get("/api/v2/things")
				.withHeader("Authorization", WireMock.equalTo("Bearer " + token))
				.willReturn(response));
	}

	private static long tokenRequests() {
		return wire.requests().stream().filter((request) -> request.getUrl().equals("/oauth/token")).count();
	}

	private record Given(String baseUrl) implements Auth0ConnectionDetails {

		@Override
		public String getBaseUrl() {
			return this.baseUrl;
		}

		@Override
		public @Nullable String getToken() {
			return "given";
		}

	}

	private record Changing(AtomicReference<String> secret) implements Auth0ConnectionDetails {

		@Override
		public String getBaseUrl() {
			return wire.server().baseUrl();
		}

		@Override
		public @Nullable String getClientId() {
			return "id";
		}

		@Override
		public @Nullable String getClientSecret() {
			return this.secret.get();
		}

	}

}
