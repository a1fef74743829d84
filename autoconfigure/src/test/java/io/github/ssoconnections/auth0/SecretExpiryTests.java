// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0SecretExpiries}.
 */
class SecretExpiryTests {

	private static final Instant EXPIRY = Instant.parse("2027-01-31T10:20:30.987654321Z");

	private static final String NOTED = "\"sso_connections_oidc_secret_expires_at\":\"2027-01-31T10:20:30Z\"";

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private final Auth0SecretExpiries expiries = Auth0SecretExpiries.create(Auth0.client(wire));

	private static void current(String fields) {
		wire.server()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/api/v2/connections/con_1"))
				.willReturn(WireMock.okJson("{\"id\":\"con_1\",\"name\":\"acme\"" + fields + "}")));
		wire.server()
			.stubFor(WireMock.patch(WireMock.urlPathEqualTo("/api/v2/connections/con_1"))
				.willReturn(WireMock.okJson("{\"id\":\"con_1\",\"name\":\"acme\"}")));
	}

	private static void wrote(String body) {
		assertThat(wire.requests()).extracting((request) -> request.getMethod().getName() + " " + request.getUrl())
			.containsExactly("GET /api/v2/connections/con_1", "PATCH /api/v2/connections/con_1");
		assertThat(wire.requests().get(1).getBodyAsString()).isEqualTo(body);
	}

	private void fails(Mono<?> call, Class<? extends SsoApiException> type, String message) {
		StepVerifier.create(call)
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(type).hasMessageContaining(message))
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).extracting((request) -> request.getMethod().getName()).containsExactly("GET");
	}

	private Mono<Void> note() {
		return this.expiries.noteSecretExpiry("con_1", EXPIRY);
	}

	private static String metadata(int properties) {
		return IntStream.range(0, properties)
			.mapToObj((i) -> "\"key" + i + "\":\"v" + i + "\"")
			.collect(Collectors.joining(",", ",\"metadata\":{", "}"));
	}

	@Test
	void keepsAllOtherMetadata() {
		current(",\"strategy\":\"oidc\",\"display_name\":\"Acm\u00e9\",\"metadata\":{\"crm\":\"7\",\"odd\":[1.10],"
				+ "\"sso_connections_activation\":\"v1 m=1 c=a o=\"}");
		note().block(Auth0.TIMEOUT);
		wrote("{\"metadata\":{\"crm\":\"7\",\"odd\":[1.10],\"sso_connections_activation\":\"v1 m=1 c=a o=\"," + NOTED
				+ "},\"display_name\":\"Acm\u00e9\"}");
	}

	@Test
	void notesTheFirstProperty() {
		current(",\"strategy\":\"waad\"");
		note().block(Auth0.TIMEOUT);
		wrote("{\"metadata\":{" + NOTED + "}}");
	}

	@Test
	void replacesAnEarlierTimeEvenIfTheMetadataIsFull() {
		current(metadata(9).replace("}", ",\"sso_connections_oidc_secret_expires_at\":\"soon\"}"));
		note().block(Auth0.TIMEOUT);
		wrote("{\"metadata\":{" + metadata(9).substring(",\"metadata\":{".length()).replace("}", "," + NOTED + "}}"));
	}

	@Test
	void sendsNothingIfTheMetadataIsFull() {
		current(metadata(10));
		fails(note(), SsoApiException.Conflict.class, "ten properties");
	}

	@Test
	void sendsNothingIfTheMetadataWouldBeLost() {
		current(",\"metadata\":\"odd\"");
		fails(note(), SsoApiException.MalformedResponse.class, "'metadata'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"strategy\":\"samlp\"", "\"strategy\":\"pingfederate\"", "\"strategy\":\"adfs\"",
			"\"strategy\":\"ad\"", "\"strategy\":\"auth0\"", "\"strategy\":\"waad\",\"options\":{\"use_wsfed\":true}",
			"\"strategy\":\"waad\",\"options\":{\"waad_protocol\":\"ws-federation\"}" })
	void sendsNothingForAnotherProtocol(String fields) {
		current("," + fields);
		fails(note(), SsoApiException.InvalidRequest.class, "con_1 does not use OIDC");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"strategy\":\"oidc\"", ",\"strategy\":\"okta\"", ",\"strategy\":\"google-apps\"",
			",\"strategy\":\"waad\",\"options\":{\"use_wsfed\":false,\"waad_protocol\":\"openid-connect\"}",
			",\"strategy\":\"new-one\"", ",\"strategy\":7" })
	void notesForOidcAndForUnknownStrategies(String fields) {
		current(fields);
		note().block(Auth0.TIMEOUT);
		wrote("{\"metadata\":{" + NOTED + "}}");
	}

	@Test
	void removesTheTimeAndNothingElse() {
		current(",\"strategy\":\"samlp\",\"metadata\":{\"crm\":\"7\"," + NOTED + "}");
		this.expiries.clearSecretExpiry("con_1").block(Auth0.TIMEOUT);
		wrote("{\"metadata\":{\"crm\":\"7\",\"sso_connections_oidc_secret_expires_at\":null}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"metadata\":null", ",\"metadata\":{}", ",\"metadata\":{\"crm\":\"7\"}" })
	void removesNothingWhereThereIsNoTime(String fields) {
		current(fields);
		StepVerifier.create(this.expiries.clearSecretExpiry("con_1")).expectComplete().verify(Auth0.TIMEOUT);
		StepVerifier.create(this.expiries.getSecretExpiry("con_1")).expectComplete().verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).extracting((request) -> request.getMethod().getName()).containsOnly("GET");
	}

	@Test
	void readsTheTime() {
		current(",\"metadata\":{" + NOTED + "}");
		assertThat(Auth0.result(this.expiries.getSecretExpiry("con_1"))).isEqualTo("2027-01-31T10:20:30Z");
	}

	@Test
	void failsIfTheValueIsNoTime() {
		current(",\"metadata\":{\"sso_connections_oidc_secret_expires_at\":\"soon\"}");
		fails(this.expiries.getSecretExpiry("con_1"), SsoApiException.MalformedResponse.class,
				"sso_connections_oidc_secret_expires_at");
	}

	@ParameterizedTest
	@CsvSource({ "a/../b,2027-01-31T00:00:00Z", "..,2027-01-31T00:00:00Z", "'',2027-01-31T00:00:00Z",
			"con_1,1999-12-31T23:59:59Z", "con_1,+10000-01-01T00:00:00Z", "con_1," })
	void rejectsInvalidArgumentsBeforeAnyRequest(String id, Instant expiresAt) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.expiries.noteSecretExpiry(id, expiresAt));
		if (!"con_1".equals(id)) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.expiries.clearSecretExpiry(id));
			assertThatIllegalArgumentException().isThrownBy(() -> this.expiries.getSecretExpiry(id));
		}
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void rejectsMetadataThatIsTooLongBeforeAnyRequest() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Auth0.connections(wire).setMetadata("con_1", "crm", "x".repeat(256)))
			.withMessageContaining("255");
		assertThat(wire.requests()).isEmpty();
	}

}
