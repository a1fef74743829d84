// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.CertificateState;
import io.github.ssoconnections.monitor.CertificateStatus;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Catalog entries of connections, and their certificates.
 */
class Auth0ConnectionCatalogTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private static final String PEM = TestCertificates.selfSigned("idp", Instant.parse("2026-01-01T00:00:00Z"),
			Instant.parse("2027-01-01T00:00:00Z"));

	private static final String STRATEGIES = "strategy=samlp&strategy=oidc&strategy=okta&strategy=waad"
			+ "&strategy=adfs&strategy=google-apps&strategy=pingfederate&strategy=ad";

	private final Auth0ConnectionCatalog catalog = Auth0ConnectionCatalog.create(Auth0.connections(wire));

	static Stream<String> forms() {
		String base64 = TestCertificates.withoutArmour(PEM);
		String wrapped = Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.US_ASCII));
		return Stream
			.of(Map.of("signingCert", PEM), Map.of("cert", PEM), Map.of("cert", base64), Map.of("signingCert", wrapped),
					Map.of("cert", PEM, "signingCert", wrapped), Map.of("certs", List.of(PEM)),
					Map.of("cert", PEM, "signingCert", " "), Map.of("cert", "", "metadataXml", metadata()),
					Map.of("fedMetadataXml", metadata()))
			.map(WireJson.mapper()::writeValueAsString);
	}

	@ParameterizedTest
	@MethodSource("forms")
	void readsCertificatesInEveryForm(String options) {
		CatalogEntry entry = entry("{\"strategy\":\"samlp\",\"options\":" + options + "}");
		assertThat(entry.certificates()).containsExactly(CatalogCertificate.of(SigningCertificate.parse(PEM)));
	}

	@Test
	void readsTheOneCertificateThatAuth0Uses() {
		Instant now = Instant.now();
		String used = TestCertificates.selfSigned("used", now.minus(Duration.ofDays(400)),
				now.minus(Duration.ofDays(2)));
		String options = WireJson.mapper().writeValueAsString(Map.of("signingCert", used, "cert", PEM));
		List<CatalogCertificate> certificates = entry("{\"strategy\":\"samlp\",\"options\":" + options + "}")
			.certificates();
		assertThat(certificates).containsExactly(CatalogCertificate.of(SigningCertificate.parse(used)));
		assertThat(CertificateStatus.of(certificates, now, CertificateLint.Thresholds.DEFAULT).state())
			.isEqualTo(CertificateState.EXPIRED);
	}

	@Test
	void aStaleCertificateDoesNotHideOneThatCannotBeRead() {
		String options = WireJson.mapper()
			.writeValueAsString(Map.of("signingCert", "no certificate", "cert", PEM, "metadataXml", metadata()));
		List<CatalogCertificate> certificates = entry("{\"strategy\":\"samlp\",\"options\":" + options + "}")
			.certificates();
		assertThat(certificates).isNull();
		assertThat(CertificateStatus.of(certificates, Instant.now(), CertificateLint.Thresholds.DEFAULT).state())
			.isEqualTo(CertificateState.UNKNOWN);
	}

	@Test
	void readsTheFirstOfSeveralCertificatesInAText() {
		String other = TestCertificates.selfSigned("other", Instant.parse("2026-01-01T00:00:00Z"),
				Instant.parse("2028-01-01T00:00:00Z"));
		assertThat(entry(WireJson.mapper()
			.writeValueAsString(Map.of("strategy", "samlp", "options", Map.of("signingCert", PEM + other))))
			.certificates()).containsExactly(CatalogCertificate.of(SigningCertificate.parse(PEM)));
	}

	@Test
	void knowsNoCertificateOfAdfsThatAuth0FollowsByItself() {
		String adfs = "{\"strategy\":\"adfs\",\"options\":{\"adfs_server\":\"%s\",\"cert\":\""
				+ PEM.replace("\n", "\\n") + "\"}}";
		assertThat(entry(adfs.formatted("https://adfs.acme.com")).certificates()).isNull();
		assertThat(entry(adfs.formatted("")).certificates()).hasSize(1);
	}

	@Test
	void readsAConnection() {
		assertThat(entry("""
				{"id":"con_1","name":"acme","display_name":"Acmé","strategy":"samlp","authentication":{"active":true},
				"options":{"domain_aliases":["acme.com","acme.de"],"tenant_domain":"acme.com"}}"""))
			.isEqualTo(new CatalogEntry("auth0", Account.DEFAULT, "con_1", "Acmé", "saml", "samlp", true,
					List.of("acme.com", "acme.de"), List.of()));
		assertThat(entry("{}")).isEqualTo(new CatalogEntry("auth0", Account.DEFAULT, null, null, null, null, null,
				List.of(), null, new CatalogEntry.Details(true, null, null, null, null, null, null, null)));
		assertThat(entry("{\"name\":\"acme\"}").name()).isEqualTo("acme");
	}

	@Test
	void readsWhatServesLookUps() {
		CatalogEntry entry = entry(
				"""
						{"id":"con_1","strategy":"waad","options":{"domain_aliases":["acme.com"],"tenant_domain":"acme.onmicrosoft.com"}}""");
		assertThat(entry.domains()).containsExactly("acme.com", "acme.onmicrosoft.com");
		assertThat(entry.details().tenantDomain()).isEqualTo("acme.onmicrosoft.com");
		assertThat(entry.details().allowSubdomains()).isNull();
		assertThat(
				entry("""
						{"id":"con_1","strategy":"waad","options":{"domain_aliases":["ACME.com"],"tenant_domain":"acme.com"}}""")
					.details()
					.tenantDomain())
			.isNull();
		assertThat(entry(WireJson.mapper()
			.writeValueAsString(Map.of("strategy", "samlp", "options",
					Map.of("metadataXml",
							"""
									<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.acme.com">
									<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
									<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.acme.com/sso"/>
									</IDPSSODescriptor></EntityDescriptor>""",
							"entityId", "of the service provider"))))
			.details()
			.idpEntityId()).isEqualTo("https://idp.acme.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"options\":null", ",\"options\":{\"domain_aliases\":7}",
			",\"options\":{\"tenant_domain\":[7]}" })
	void isIncompleteWithoutReadableDomains(String options) {
		assertThat(entry("{\"id\":\"con_1\",\"strategy\":\"samlp\"" + options + "}").details().incomplete()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{}", "{\"domain_aliases\":\"\"}", "{\"domain_aliases\":null}", "{\"domain_aliases\":[]}" })
	void isCompleteWithoutDomains(String options) {
		assertThat(
				entry("{\"id\":\"con_1\",\"strategy\":\"samlp\",\"options\":" + options + "}").details().incomplete())
			.isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "samlp,,saml", "pingfederate,,saml", "oidc,,oidc", "okta,,oidc", "google-apps,,oidc", "adfs,,", "ad,,",
			"waad,openid-connect,oidc", "waad,ws-federation,", "new,," })
	void reportsTheProtocol(String strategy, String protocol, String expected) {
		assertThat(entry("{\"strategy\":\"" + strategy + "\",\"options\":{\"waad_protocol\":\"" + protocol + "\"}}")
			.protocol()).isEqualTo(expected);
	}

	@Test
	void publishesNoCertificatesWhenUnknown() {
		assertThat(entry("{\"strategy\":\"samlp\"}").certificates()).isNull();
		assertThat(entry("{\"strategy\":\"samlp\",\"options\":{}}").certificates()).isEmpty();
		assertThat(entry("{\"strategy\":\"samlp\",\"options\":{\"cert\":\"none\"}}").certificates()).isNull();
		assertThat(entry("{\"strategy\":\"samlp\",\"options\":{\"metadataXml\":\"<none\"}}").certificates()).isNull();
		assertThat(entry("{\"strategy\":\"adfs\",\"options\":{\"thumbprints\":[\"a\"]}}").certificates()).isNull();
	}

	@Test
	void reportsTheExpiryOfAnUnreadableCertificate() {
		assertThat(
				entry("{\"strategy\":\"samlp\",\"options\":{\"expires\":\"2027-01-01T00:00:00.000Z\"}}").certificates())
			.containsExactly(new CatalogCertificate(null, null, null, Instant.parse("2027-01-01T00:00:00Z")));
		assertThat(entry("{\"strategy\":\"samlp\",\"options\":{\"expires\":\"soon\"}}").certificates()).isEmpty();
	}

	@Test
	void listsEnterpriseConnectionsWithOneRequest() {
		wire.respondsWith(200, "{\"connections\":[{\"id\":\"con_1\"}],\"next\":\"n\"}");
		StepVerifier.create(this.catalog.list(7)).assertNext((page) -> {
			assertThat(page.data()).hasSize(1);
			assertThat(page.totalCount()).isNull();
		}).expectComplete().verify(Auth0.TIMEOUT);
		wire.received("GET", "/connections?" + STRATEGIES + "&take=7", "");
		assertThat(this.catalog.vendor()).isEqualTo("auth0");
	}

	@Test
	void listsAllPages() {
		wire.respondsTo("/connections?" + STRATEGIES + "&take=100", 200,
				"{\"connections\":[{\"id\":\"con_1\"}],\"next\":\"n\"}");
		wire.respondsTo("/connections?" + STRATEGIES + "&take=100&from=n", 200,
				"{\"connections\":[{\"id\":\"con_2\"}]}");
		StepVerifier.create(this.catalog.listAll().map(CatalogEntry::id))
			.expectNext("con_1", "con_2")
			.expectComplete()
			.verify(Auth0.TIMEOUT);
	}

	@Test
	void factsOfAChangeContainTheFingerprints() {
		Auth0Connection connection = WireJson.mapper()
			.readValue(WireJson.mapper().writeValueAsString(Map.of("id", "con_1", "options", Map.of("cert", PEM))),
					Auth0Connection.class);
		assertThat(ConnectionFacts.of(connection).certificates())
			.containsExactly(SigningCertificate.parse(PEM).sha256());
	}

	private CatalogEntry entry(String connection) {
		return CatalogEntries.of(Account.DEFAULT, WireJson.mapper().readValue(connection, Auth0Connection.class));
	}

	private static String metadata() {
		return """
				<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp">\
				<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
				<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>\
				<X509Certificate>%s</X509Certificate></X509Data></KeyInfo></KeyDescriptor>\
				<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" \
				Location="https://idp/sso"/></IDPSSODescriptor></EntityDescriptor>"""
			.formatted(TestCertificates.withoutArmour(PEM));
	}

}
