// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.TestIdp;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Fetches over TLS from loopback, with the filter of {@link SamlMetadataClientTests}.
 */
class OidcDiscoveryClientTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final SamlMetadataSettings SETTINGS = SamlMetadataSettings.defaults().withTimeout(PATIENCE);

	private final Names names = new Names();

	@Test
	void fetchesTheDocumentOfAnIssuer() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer server = TestIdp.publishing(document("https://idp.example.com"))) {
			String issuer = TestIdp.url(TestIdp.HOST, server, "/tenant");
			OidcDiscovery discovery = client("127.0.0.1").fetch(issuer).block(PATIENCE);
			assertThat(discovery).isEqualTo(new OidcDiscovery(issuer + "/.well-known/openid-configuration",
					"https://idp.example.com", "https://idp.example.com/authorize", "https://idp.example.com/token",
					null, "https://idp.example.com/keys", List.of("S256")));
			List<String> request = server.requests().get(0).strip().lines().toList();
			assertThat(request.get(0)).isEqualTo("GET /tenant/.well-known/openid-configuration HTTP/1.1");
			assertThat(request.subList(1, request.size())).map((line) -> line.toLowerCase(Locale.ROOT))
				.containsExactlyInAnyOrder("host: idp.example.com:" + server.port(), "user-agent: sso-connections",
						"accept: application/json, */*;q=0.1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.1.2.3", "169.254.169.254", "::1" })
	void doesNotConnectToPrivateAddresses(String address) throws Exception {
		this.names.respond(TestIdp.HOST, address);
		try (RawServer server = TestIdp.publishing(document("https://idp.example.com"))) {
			String issuer = TestIdp.url(TestIdp.HOST, server, "/");
			assertThatExceptionOfType(ForbiddenAddressException.class)
				.isThrownBy(() -> client("127.0.0.99").fetch(issuer).block(PATIENCE));
			assertThat(server.connections()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://idp.example.com", "idp.example.com", "file:///etc/passwd",
			"https://user:secret@idp.example.com", "https://2130706433/" })
	void rejectsOtherUrls(String issuer) {
		assertThatIllegalArgumentException().isThrownBy(() -> client("127.0.0.1").fetch(issuer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>s3cret</html>", "[\"s3cret\"]", "\"s3cret\"" })
	void saysThatADocumentIsNoObject(String document) throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer server = TestIdp.publishing(document)) {
			String issuer = TestIdp.url(TestIdp.HOST, server, "/");
			assertThatIllegalArgumentException().isThrownBy(() -> client("127.0.0.1").fetch(issuer).block(PATIENCE))
				.withMessage("the discovery document is not a JSON object");
		}
	}

	@Test
	void limitsTheSize() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer server = TestIdp.publishing("{\"a\":\"" + "a".repeat(128 * 1024) + "\"}")) {
			String issuer = TestIdp.url(TestIdp.HOST, server, "/");
			assertThatExceptionOfType(SsoApiException.MalformedResponse.class)
				.isThrownBy(() -> client("127.0.0.1").fetch(issuer).block(PATIENCE));
		}
	}

	@Test
	void findsWhatBreaksSignIns() {
		OidcDiscovery discovery = OidcDiscovery.parse("https://idp.example.com/.well-known/openid-configuration", """
				{"issuer": "https://other.example.com", "authorization_endpoint": "http://idp.example.com/a",
				 "token_endpoint": " ", "jwks_uri": 5}""".getBytes(StandardCharsets.UTF_8));
		assertThat(discovery.tokenEndpoint()).isNull();
		assertThat(discovery.findings()).map(Finding::code)
			.contains("oidc_discovery_incomplete", "oidc_issuer_different")
			.hasSizeGreaterThan(2);
		assertThat(discovery.findings()).filteredOn(Finding::code, "oidc_discovery_incomplete")
			.map(Finding::message)
			.containsExactly("The discovery document has no 'token_endpoint', 'jwks_uri'.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://idp.example.com", "https://idp.example.com/" })
	void acceptsAnIssuerWithAndWithoutASlash(String issuer) {
		OidcDiscovery discovery = OidcDiscovery.parse(OidcDiscovery.url(issuer),
				document(issuer).getBytes(StandardCharsets.UTF_8));
		assertThat(discovery.findings()).isEmpty();
	}

	private static String document(String issuer) {
		return """
				{"issuer": "%s", "authorization_endpoint": "https://idp.example.com/authorize",
				 "token_endpoint": "https://idp.example.com/token", "jwks_uri": "https://idp.example.com/keys",
				 "code_challenge_methods_supported": ["S256", 1], "other": {}}""".formatted(issuer);
	}

	private OidcDiscoveryClient client(String allowed) {
		UnaryOperator<HttpClient> resolving = (http) -> http
			.resolver(new FilteringResolverGroup(() -> this.names, new ExternalAddresses(List.of(allowed))));
		return new DefaultOidcDiscoveryClient(SETTINGS, ObservationRegistry.NOOP,
				new FilteredDocuments.Connectors(() -> SafeConnector.build(resolving, TestIdp.trust()),
						() -> SafeConnector.unrestricted(TestIdp.trust())));
	}

}
