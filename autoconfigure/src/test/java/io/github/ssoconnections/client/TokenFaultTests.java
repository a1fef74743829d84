// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Faults on the way to a token: the call that needs it was not sent, whatever it does.
 */
class TokenFaultTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@ParameterizedTest
	@MethodSource("faults")
	void isUnavailableWhenTheTokenEndpointBreaks(boolean create, TransportFaultTests.Fault fault) {
		try (RawServer server = RawServer.playing(fault::play)) {
			SsoApiException failure = Calls.failureOf(call(service(Transport.builder(), server.address()), create));
			server.awaitFault();
			assertThat(failure).isExactlyInstanceOf(SsoApiException.Unavailable.class)
				.hasMessageStartingWith("auth0 oauth.token: connection failed: ");
			assertThat(server.requests()).hasSize(1);
		}
	}

	static Stream<Arguments> faults() {
		return Stream.of(true, false)
			.flatMap((create) -> Stream
				.of(TransportFaultTests.Fault.CLOSE_IN_BODY, TransportFaultTests.Fault.RESET_BEFORE_ANSWER)
				.map((fault) -> Arguments.of(create, fault)));
	}

	@Test
	void endsTheCallAtItsDeadlineWhenTheTokenEndpointHangs() {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.fault();
			connection.awaitHangUp();
		})) {
			Auth0ConnectionService service = service(Transport.builder(), server.address());
			SsoApiException failure = Calls
				.failureOf(call(service, true).contextWrite(CallOptions.timeout(Duration.ofMillis(200))));
			server.awaitFault();
			assertThat(failure).isExactlyInstanceOf(SsoApiException.Unavailable.class)
				.hasMessage(
						"auth0 connections.create: not sent: no access token was available before the call timeout");
			assertThat(failure.isRetryable()).isTrue();
		}
	}

	@Test
	void endsTheFetchAtTheResponseTimeout() {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.fault();
			connection.awaitHangUp();
		})) {
			Auth0ConnectionService service = service(WebClient.builder(), server.address(),
					Calls.once().withTimeouts(Duration.ofMillis(1500), Duration.ofMinutes(1)));
			SsoApiException failure = Calls.failureOf(call(service, true));
			server.awaitHangUp();
			assertThat(failure).isExactlyInstanceOf(SsoApiException.Unavailable.class)
				.hasMessage("auth0 oauth.token: no complete response within 1500 ms");
		}
	}

	@Test
	void retriesTheFetchAndThenSendsTheCreateOnce() {
		wire.respondsWith(201, "{\"id\":\"con_1\"}");
		wire.server()
			.stubFor(WireMock.post("/oauth/token")
				.inScenario("token")
				.willReturn(WireMock.serviceUnavailable())
				.willSetStateTo("granted"));
		wire.server()
			.stubFor(WireMock.post("/oauth/token")
				.inScenario("token")
				.whenScenarioStateIs("granted")
				.willReturn(WireMock.okJson("{\"access_token\":\"t\"}")));
		Auth0ConnectionService service = service(WebClient.builder(), wire.server().baseUrl(),
				ApiClientSettings.defaults().withRetryPolicy(RetryPolicy.jittered(3, Duration.ZERO, Duration.ZERO)));
		StepVerifier.create(call(service, true)).expectNextCount(1).expectComplete().verify(Calls.PATIENCE);
		assertThat(wire.requests()).extracting((request) -> request.getUrl())
			.containsExactly("/oauth/token", "/oauth/token", "/api/v2/connections");
	}

	private static Mono<?> call(Auth0ConnectionService service, boolean create) {
		return create ? service.create(new NewAuth0Connection().name("acme")) : service.get("con_1");
	}

	private static Auth0ConnectionService service(WebClient.Builder builder, String address) {
		return service(builder, address, Calls.once());
	}

	private static Auth0ConnectionService service(WebClient.Builder builder, String address,
			ApiClientSettings settings) {
		return Auth0ConnectionService
			.create(Auth0Client.create(builder, Auth0ConnectionDetails.ofClientCredentials(address, "id", Calls.SECRET),
					Auth0Settings.defaults().withClient(settings)));
	}

}
