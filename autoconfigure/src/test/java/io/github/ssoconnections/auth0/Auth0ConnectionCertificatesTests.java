// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.testing.VirtualTime;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0ConnectionCertificates}.
 */
class Auth0ConnectionCertificatesTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private static final Instant NOW = Instant.now();

	private static final SigningCertificate OLD = certificate("old", NOW.minus(Duration.ofDays(300)), 310);

	private static final SigningCertificate NEXT = certificate("next", NOW.minus(Duration.ofDays(1)), 365);

	private static final String OTHERS = """
			"signInEndpoint":"https://idp.acme.com/sso","signOutEndpoint":"https://idp.acme.com/slo",\
			"new":[1.10,{"b":1e3,"a":{}},null],"big":123456789012345678901234567890,"one":1.0,\
			"decryptionKey":{"key":"s3cret","cert":"x"},"fieldsMap":{"email":["mail","upn"]},\
			"domain_aliases":["acme.com"],"cert_rollover_notification":"2026-01-01T00:00:00.000Z\"""";

	private final VirtualTime time = new VirtualTime();

	private final Auth0ConnectionCertificates certificates = certificates(wire);

	private Auth0ConnectionCertificates certificates(Wire wire) {
		return new DefaultAuth0ConnectionCertificates(Auth0.client(wire), Clock.fixed(NOW, ZoneOffset.UTC),
				this.time.scheduler());
	}

	@Test
	void replacesTheCertificateAndNothingElse() {
		List<ConnectionChanged> changes = wire.hearChanges();
		Auth0ConnectionCertificates certificates = certificates(wire);
		reads(connection(OLD, "\"non_persistent_attrs\":null,\"nested\":{\"none\":null,\"some\":1},"),
				connection(NEXT, "\"nested\":{\"some\":1},"));
		CertificateSwitch result = Auth0.result(certificates.replace("con_1", NEXT));
		assertThat(result).isEqualTo(new CertificateSwitch("con_1", OLD.sha256(), NEXT.sha256(), NEXT.sha256(), NOW,
				List.of(), List.of(), true));
		assertThat(result.isComplete()).isTrue();
		assertThat(result.isChanged()).isTrue();
		wrote("{\"options\":{\"nested\":{\"some\":1}," + OTHERS.replace("1e3", "1E+3") + ",\"signingCert\":"
				+ WireJson.mapper().writeValueAsString(NEXT.pem()) + "},\"display_name\":\"Acme\"}");
		assertThat(changes).singleElement()
			.extracting(ConnectionChanged::changedFields)
			.isEqualTo(List.of("options.signingCert"));
	}

	@Test
	void leavesOutNoOptionButThoseOfTheCertificate() {
		String before = connection(OLD, "\"metadataXml\":\"<old/>\",\"certs\":[\"kept\"],");
		reads(before, connection(NEXT, "\"certs\":[\"kept\"],"));
		assertThat(Auth0.result(this.certificates.replace("con_1", NEXT)).isComplete()).isTrue();
		ObjectNode sent = (ObjectNode) tree(patch().getBodyAsString()).get("options");
		ObjectNode kept = (ObjectNode) tree(before).get("options");
		kept.remove(List.of("cert", "expires", "subject", "thumbprints", "metadataXml", "signingCert"));
		sent.remove("signingCert");
		assertThat(sent).isEqualTo(kept);
	}

	@Test
	void refreshSendsTheUrlAlone() {
		reads(connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\","),
				connection(NEXT, "\"metadataUrl\":\"https://idp.acme.com/metadata\",").replace("acme.com/sso",
						"acme.com/new"));
		CertificateSwitch result = Auth0.result(this.certificates.refresh("con_1"));
		assertThat(result).isEqualTo(new CertificateSwitch("con_1", OLD.sha256(), NEXT.sha256(), null, NOW, List.of(),
				List.of("signInEndpoint"), true));
		assertThat(result.isComplete()).isTrue();
		wrote("{\"options\":{" + OTHERS.replace("1e3", "1E+3")
				+ ",\"metadataUrl\":\"https://idp.acme.com/metadata\"},\"display_name\":\"Acme\"}");
	}

	@Test
	void refreshWithAFetchedDocumentKnowsTheCertificate() {
		reads(connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\","));
		CertificateSwitch result = Auth0.result(this.certificates.refresh("con_1", (url) -> Mono.just(metadata(NEXT))));
		assertThat(result.wanted()).isEqualTo(NEXT.sha256());
		assertThat(result.after()).isEqualTo(OLD.sha256());
		assertThat(result.isComplete()).isFalse();
		assertThat(result.isChanged()).isFalse();
	}

	@Test
	void refreshRejectsAnAmbiguousDocument() {
		reads(connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\","));
		rejects(this.certificates.refresh("con_1", (url) -> Mono.just(metadata(OLD, NEXT))),
				"'sha256': " + OLD.sha256());
	}

	@Test
	void refreshWantsTheNamedCertificateOfSeveral() {
		reads(connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\","),
				connection(NEXT, "\"metadataUrl\":\"https://idp.acme.com/metadata\","));
		CertificateSwitch result = Auth0.result(this.certificates.refresh("con_1",
				(url) -> Mono.just(metadata(OLD, NEXT)), NEXT.sha256().toUpperCase(Locale.ROOT)));
		assertThat(result.wanted()).isEqualTo(NEXT.sha256());
		assertThat(result.isComplete()).isTrue();
		assertThat(patch().getBodyAsString()).doesNotContain("signingCert");
	}

	@Test
	void refreshRejectsANamedCertificateThatIsAbsentOrNotValid() {
		SigningCertificate future = certificate("future", NOW.plus(Duration.ofDays(3)), 300);
		reads(connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\","));
		rejects(this.certificates.refresh("con_1", (url) -> Mono.just(metadata(OLD)), NEXT.sha256()),
				"no certificate " + NEXT.sha256());
		rejects(this.certificates.refresh("con_1", (url) -> Mono.just(metadata(OLD, future)), future.sha256()),
				"sign-ins would fail");
	}

	@Test
	void refreshRejectsAFetchWithoutADocument() {
		reads(connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\","));
		rejects(this.certificates.refresh("con_1", (url) -> Mono.empty()), "was not fetched");
	}

	@Test
	void refreshRejectsAnotherMetadataUrlThanTheFetchedOne() {
		reads(connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\","));
		Mono<SamlMetadata> fetch = Mono.fromCallable(() -> {
			reads(connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/other\","));
			return metadata(NEXT);
		});
		rejects(this.certificates.refresh("con_1", (url) -> fetch), "metadataUrl has changed");
	}

	@Test
	void aFetchThatDoesNotEndHoldsUpNoOtherUpdateAndTimesOut() throws Exception {
		reads(connection(NEXT, "\"metadataUrl\":\"https://idp.acme.com/metadata\","));
		CountDownLatch fetching = new CountDownLatch(1);
		Mono<SamlMetadata> fetch = Mono.<SamlMetadata>never().doOnSubscribe((any) -> fetching.countDown());
		CompletableFuture<CertificateSwitch> refresh = this.certificates.refresh("con_1", (url) -> fetch).toFuture();
		assertThat(fetching.await(Auth0.TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(Auth0.result(this.certificates.refresh("con_1")).switchedAt()).isEqualTo(NOW);
		this.time.pass(Duration.ofSeconds(30));
		assertThat(refresh).failsWithin(Auth0.TIMEOUT)
			.withThrowableOfType(ExecutionException.class)
			.havingCause()
			.isInstanceOf(SsoApiException.Unavailable.class)
			.withMessageContaining("not sent: the metadata was not fetched within 30000 ms");
	}

	@Test
	void refreshNeedsAMetadataUrl() {
		reads(connection(OLD, "\"metadataUrl\":\" \","));
		rejects(this.certificates.refresh("con_1"), "metadataUrl");
	}

	@Test
	void givesTheMetadataUrlUpOnlyWhenAskedFor() {
		String before = connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\",");
		reads(before, connection(NEXT, ""));
		rejects(this.certificates.replace("con_1", NEXT), "givingUpMetadataUrl");
		wire.server().resetAll();
		reads(before, connection(NEXT, ""));
		assertThat(
				Auth0.result(this.certificates.replace("con_1", ReplacementCertificate.of(NEXT).givingUpMetadataUrl()))
					.isComplete())
			.isTrue();
		assertThat(patch().getBodyAsString()).doesNotContain("metadataUrl");
	}

	@Test
	void reportsAMetadataUrlThatIsStillThere() {
		String before = connection(OLD, "\"metadataUrl\":\"https://idp.acme.com/metadata\",");
		reads(before, connection(NEXT, "\"metadataUrl\":\"https://idp.acme.com/metadata2\","));
		assertThat(
				Auth0.result(this.certificates.replace("con_1", ReplacementCertificate.of(NEXT).givingUpMetadataUrl()))
					.changedOptions())
			.containsExactly("metadataUrl");
	}

	@Test
	void reportsWhatAnotherClientChanged() {
		reads(connection(OLD, ""), connection(OLD, "\"debug\":true,").replace("1.10", "1.1"));
		CertificateSwitch result = Auth0.result(this.certificates.replace("con_1", NEXT));
		assertThat(result.after()).isEqualTo(OLD.sha256());
		assertThat(result.changedOptions()).containsExactly("debug", "new");
		assertThat(result.isComplete()).isFalse();
	}

	@Test
	void doesNotCompareTheNotificationThatAuth0Sets() {
		reads(connection(OLD, ""), connection(NEXT, "").replace("2026-01-01T", "2026-07-01T"));
		assertThat(Auth0.result(this.certificates.replace("con_1", NEXT)).changedOptions()).isEmpty();
		assertThat(patch().getBodyAsString()).contains("cert_rollover_notification");
	}

	@Test
	void writesNothingWhenTheCertificateIsUsedAlready() {
		reads(connection(NEXT, ""));
		CertificateSwitch result = Auth0.result(this.certificates.replace("con_1", NEXT));
		assertThat(result).isEqualTo(CertificateSwitch.none("con_1", NEXT.sha256()));
		assertThat(result.switchedAt()).isNull();
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void writesWhenAnotherCertificateIsLeftBesideIt() {
		reads(connection(NEXT, "").replace(pem(NEXT), pem(OLD)), connection(NEXT, ""));
		assertThat(Auth0.result(this.certificates.replace("con_1", NEXT)).switchedAt()).isEqualTo(NOW);
	}

	@Test
	void rejectsACertificateThatIsNotValidInPlaceOfOneThatIs() {
		SigningCertificate future = certificate("future", NOW.plus(Duration.ofDays(3)), 300);
		reads(connection(OLD, ""), connection(future, ""));
		rejects(this.certificates.replace("con_1", future), "sign-ins would fail");
		wire.server().resetAll();
		SigningCertificate expired = certificate("expired", NOW.minus(Duration.ofDays(20)), 10);
		reads(connection(expired, ""), connection(future, ""));
		assertThat(Auth0.result(this.certificates.replace("con_1", future)).isComplete()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "adfs", "oidc", "waad" })
	void rejectsOtherStrategies(String strategy) {
		reads(connection(OLD, "").replace("samlp", strategy));
		rejects(this.certificates.replace("con_1", NEXT), "samlp and pingfederate");
	}

	@Test
	void namesTheScopeWithoutWhichOptionsWouldBeLost() {
		reads("{\"id\":\"con_1\",\"strategy\":\"samlp\"}");
		StepVerifier.create(this.certificates.replace("con_1", NEXT))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class)
				.hasMessageContaining("read:connections_options"))
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void writesNothingWhenOptionsWouldBeLost() {
		reads("{\"id\":\"con_1\",\"strategy\":\"samlp\",\"options\":[1]}");
		StepVerifier.create(this.certificates.replace("con_1", NEXT))
			.expectError(SsoApiException.MalformedResponse.class)
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void rejectsInvalidArgumentsBeforeARequest() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.refresh("../con_2"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.replace("..", NEXT));
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.refresh("con_1", null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.certificates.refresh("con_1", (url) -> Mono.just(metadata(OLD)), "abc"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.certificates.replace("con_1", (ReplacementCertificate) null));
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void findsTheOutcomeOfALostResponse() {
		reads(connection(OLD, ""), connection(NEXT, ""));
		wire.server()
			.stubFor(WireMock.patch(WireMock.anyUrl())
				.inScenario("reads")
				.willSetStateTo("1")
				.willReturn(WireMock.aResponse().withStatus(500)));
		assertThat(Auth0.result(this.certificates.replace("con_1", NEXT)).isComplete()).isTrue();
	}

	@Test
	void aLostRefreshThatChangesNothingIsFound() {
		reads(connection(NEXT, "\"metadataUrl\":\"https://idp.acme.com/metadata\","));
		wire.server()
			.stubFor(WireMock.patch(WireMock.anyUrl())
				.inScenario("reads")
				.willSetStateTo("1")
				.willReturn(WireMock.aResponse().withStatus(500)));
		assertThat(Auth0.result(this.certificates.refresh("con_1", (url) -> Mono.just(metadata(NEXT)))).isComplete())
			.isTrue();
	}

	@Test
	void anotherChangeIsNoProofOfARefresh() {
		ConnectionOptions old = options(connection(OLD, ""));
		ConnectionOptions next = options(connection(NEXT, "\"debug\":true,"));
		ConnectionOptions other = options(connection(OLD, "\"debug\":true,"));
		SamlOptionsState before = new SamlOptionsState(UnknownFields.none(), old);
		assertThat(before.isRefreshed(other, null)).isFalse();
		assertThat(before.isRefreshed(other, NEXT.sha256())).isFalse();
		assertThat(before.isRefreshed(next, null)).isTrue();
		assertThat(before.isRefreshed(next, NEXT.sha256())).isTrue();
		assertThat(before.isRefreshed(next, OLD.sha256())).isFalse();
		assertThat(before.isRefreshed(options(connection(OLD, "").replace("acme.com/sso", "acme.com/new")), null))
			.isTrue();
	}

	private static ConnectionOptions options(String connection) {
		return ConnectionOptions.of(WireJson.mapper()
			.convertValue(tree(connection).get("options"), new TypeReference<Map<String, Object>>() {
			}));
	}

	@Test
	void usesTheResponseWhenTheReadAfterTheWriteFails() {
		reads(connection(OLD, ""), null);
		wire.server()
			.stubFor(WireMock.patch(WireMock.anyUrl())
				.inScenario("reads")
				.willSetStateTo("1")
				.willReturn(WireMock.okJson(connection(NEXT, ""))));
		CertificateSwitch result = Auth0.result(this.certificates.replace("con_1", NEXT));
		assertThat(result.verified()).isFalse();
		assertThat(result.isComplete()).isTrue();
	}

	@Test
	void takesTheOnlyValidCertificateOfMetadata() {
		SigningCertificate expired = certificate("expired", NOW.minus(Duration.ofDays(20)), 10);
		assertThat(ReplacementCertificate.of(metadata(expired, NEXT, NEXT)).certificate()).isEqualTo(NEXT);
	}

	@Test
	void listsTheCertificatesOfAmbiguousMetadata() {
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> ReplacementCertificate.of(metadata(OLD, NEXT)))
			.withMessageContaining(
					OLD.sha256() + " (CN=old, valid from " + OLD.notBefore() + " to " + OLD.notAfter() + ")")
			.withMessageContaining(
					NEXT.sha256() + " (CN=next, valid from " + NEXT.notBefore() + " to " + NEXT.notAfter() + ")");
		SigningCertificate expired = certificate("expired", NOW.minus(Duration.ofDays(20)), 10);
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> ReplacementCertificate.of(metadata(expired)))
			.withMessageContaining(expired.sha256());
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> ReplacementCertificate.of(metadata()))
			.withMessageContaining("no readable signing certificate");
	}

	@Test
	void takesTheNamedCertificateOfMetadata() {
		String colons = NEXT.sha256().toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
		assertThat(ReplacementCertificate.of(metadata(OLD, NEXT), colons).certificate()).isEqualTo(NEXT);
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> ReplacementCertificate.of(metadata(OLD), NEXT.sha256()))
			.withMessageContaining(OLD.sha256());
		assertThatIllegalArgumentException().isThrownBy(() -> ReplacementCertificate.of(metadata(OLD), "abc"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "samlp", "pingfederate" })
	void rotatesOverTheSandbox(String strategy) {
		try (Sandbox sandbox = Sandbox.start()) {
			Auth0Client client = Auth0Client.create(WebClient.builder(),
					Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token()));
			Auth0ConnectionService service = Auth0ConnectionService.create(client);
			String id = Auth0
				.result(service.create(new NewAuth0Connection().name("acme")
					.strategy(new ConnectionStrategy(strategy))
					.set("options", Map.of("signInEndpoint", "https://idp.acme.com/sso", "signingCert", OLD.pem()))))
				.id();
			Map<String, Object> before = Map.copyOf(Auth0.result(service.get(id)).options());
			CertificateSwitch result = Auth0.result(Auth0ConnectionCertificates.create(client).replace(id, NEXT));
			assertThat(result.isComplete()).isTrue();
			assertThat(result.verified()).isTrue();
			Map<String, Object> after = Map.copyOf(Auth0.result(service.get(id)).options());
			assertThat(after.keySet()).isEqualTo(before.keySet());
			assertThat(after.get("cert")).isEqualTo(NEXT.pem());
		}
	}

	@Test
	void refreshesOverTheSandbox() {
		try (Sandbox sandbox = Sandbox.start()) {
			Auth0Client client = Auth0Client.create(WebClient.builder(),
					Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token()));
			String url = "https://idp.acme.com/metadata";
			sandbox.publishMetadata(url, document(OLD));
			String id = Auth0
				.result(Auth0ConnectionService.create(client)
					.create(new NewAuth0Connection().name("acme")
						.strategy(ConnectionStrategy.SAMLP)
						.set("options", Map.of("metadataUrl", url))))
				.id();
			sandbox.publishMetadata(url, document(NEXT));
			Auth0ConnectionCertificates certificates = Auth0ConnectionCertificates.create(client);
			CertificateSwitch result = Auth0
				.result(certificates.refresh(id, (any) -> Mono.just(SamlMetadata.parse(document(NEXT)))));
			assertThat(result.before()).isEqualTo(OLD.sha256());
			assertThat(result.isComplete()).isTrue();
			rejects(certificates.replace(id, OLD), "metadataUrl");
		}
	}

	private static void rejects(Mono<CertificateSwitch> call, String text) {
		StepVerifier.create(call)
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class)
				.hasMessageContaining("not sent")
				.hasMessageContaining(text))
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).allSatisfy((request) -> assertThat(request.getMethod().value()).isEqualTo("GET"));
	}

	private static void reads(String... connections) {
		wire.server()
			.stubFor(WireMock.patch(WireMock.anyUrl())
				.inScenario("reads")
				.willSetStateTo("1")
				.willReturn(WireMock.okJson("{\"options\":{}}")));
		for (int i = 0; i < connections.length; i++) {
			String connection = connections[i];
			wire.server()
				.stubFor(WireMock.get(WireMock.urlEqualTo("/api/v2/connections/con_1"))
					.inScenario("reads")
					.whenScenarioStateIs((i == 0) ? Scenario.STARTED : "1")
					.willReturn((connection != null) ? WireMock.okJson(connection) : WireMock.serverError()));
		}
		if (connections.length == 1) {
			wire.server()
				.stubFor(WireMock.get(WireMock.anyUrl())
					.inScenario("reads")
					.whenScenarioStateIs("1")
					.willReturn(WireMock.okJson(connections[0])));
		}
	}

	private static void wrote(String body) {
		assertThat(wire.requests()).hasSize(3);
		wire.received(wire.requests().get(0), "GET", "/connections/con_1", "");
		wire.received(wire.requests().get(1), "PATCH", "/connections/con_1", body);
		wire.received(wire.requests().get(2), "GET", "/connections/con_1", "");
	}

	private static LoggedRequest patch() {
		return wire.requests()
			.stream()
			.filter((request) -> request.getMethod().value().equals("PATCH"))
			.findFirst()
			.orElseThrow();
	}

	private static String connection(SigningCertificate certificate, String more) {
		String base64 = Base64.getEncoder().encodeToString(certificate.pem().getBytes(StandardCharsets.US_ASCII));
		return "{\"id\":\"con_1\",\"name\":\"acme\",\"display_name\":\"Acme\",\"strategy\":\"samlp\",\"options\":{"
				+ more + OTHERS + ",\"signingCert\":\"" + base64 + "\",\"cert\":" + pem(certificate)
				+ ",\"expires\":\"2027-01-01T00:00:00.000Z\",\"subject\":{\"commonName\":\"" + certificate.subject()
				+ "\"},\"thumbprints\":[\"" + certificate.sha256() + "\"]}}";
	}

	private static String pem(SigningCertificate certificate) {
		return WireJson.mapper().writeValueAsString(certificate.pem());
	}

	private static JsonNode tree(String json) {
		return WireJson.mapper().readTree(json);
	}

	private static SamlMetadata metadata(SigningCertificate... certificates) {
		return new SamlMetadata("https://idp.acme.com", List.of(), List.of(certificates), List.of(), null, null, null);
	}

	private static String document(SigningCertificate certificate) {
		return """
				<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.acme.com">\
				<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
				<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>\
				<X509Certificate>%s</X509Certificate></X509Data></KeyInfo></KeyDescriptor>\
				<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" \
				Location="https://idp.acme.com/sso"/></IDPSSODescriptor></EntityDescriptor>"""
			.formatted(certificate.base64());
	}

	private static SigningCertificate certificate(String name, Instant from, int days) {
		return SigningCertificate.parse(TestCertificates.selfSigned(name, from, from.plus(Duration.ofDays(days))));
	}

}
