// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.options.AdfsOptions;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.options.PingFederateOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.auth0.options.WaadOptions;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.lint.PublicDomains;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Findings in connections at Auth0.
 */
class Auth0LintTests {

	private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

	private static final String VALID = certificate("2027-06-01T00:00:00Z");

	private static final String EXPIRED = certificate("2026-05-01T00:00:00Z");

	@Test
	void findsNothingInAValidConnection() {
		assertThat(check(ConnectionStrategy.SAMLP, good())).isEmpty();
		assertThat(check(ConnectionStrategy.OIDC, oidc().set(OidcOptions.DOMAIN_ALIASES, List.of("acme.com"))))
			.isEmpty();
	}

	@Test
	void findsMissingSettings() {
		assertThat(check(ConnectionStrategy.SAMLP, new SamlpOptions())).containsExactlyInAnyOrder("sso_url_missing",
				"signing_certificate_missing");
		assertThat(check(ConnectionStrategy.SAMLP,
				new SamlpOptions().set(SamlpOptions.METADATA_URL, "https://idp.acme.com/metadata")))
			.isEmpty();
		assertThat(check(ConnectionStrategy.OIDC, new OidcOptions())).containsExactly("oidc_endpoints_missing");
	}

	@Test
	void findsInvalidSettingsOfTheIdp() {
		assertThat(check(ConnectionStrategy.PINGFEDERATE,
				new PingFederateOptions().set(PingFederateOptions.SIGN_IN_ENDPOINT, "http://idp.acme.com/sso")
					.set(PingFederateOptions.SIGNING_CERT, VALID)))
			.containsExactly("sso_url_not_https");
		assertThat(check(ConnectionStrategy.SAMLP, good().set(SamlpOptions.SIGNING_CERT, EXPIRED)))
			.containsExactly("certificate_expired");
		assertThat(check(ConnectionStrategy.SAMLP, good().set(SamlpOptions.SIGNING_CERT, "none")))
			.containsExactly("certificate_invalid");
		assertThat(check(ConnectionStrategy.SAMLP, good().set(SamlpOptions.SIGNING_CERT, "none").set("cert", VALID)))
			.containsExactly("certificate_invalid");
		assertThat(check(ConnectionStrategy.WAAD, new WaadOptions().set("cert", EXPIRED)))
			.containsExactly("certificate_expired");
		assertThat(check(ConnectionStrategy.SAMLP, new SamlpOptions().set(SamlpOptions.METADATA_XML, "<none")))
			.containsExactly("metadata_invalid");
	}

	@Test
	void usesTheBaseUrlOfPingFederateAsItsSsoUrl() {
		PingFederateOptions options = new PingFederateOptions().set(PingFederateOptions.SIGNING_CERT, VALID);
		assertThat(check(ConnectionStrategy.PINGFEDERATE, options)).containsExactly("sso_url_missing");
		assertThat(check(ConnectionStrategy.PINGFEDERATE,
				options.set(PingFederateOptions.PING_FEDERATE_BASE_URL, "https://ping.acme.com")))
			.isEmpty();
		assertThat(check(ConnectionStrategy.PINGFEDERATE,
				options.set(PingFederateOptions.PING_FEDERATE_BASE_URL, "https://localhost:9031")))
			.containsExactly("sso_url_private");
	}

	@Test
	void findsInvalidDomains() {
		assertThat(
				check(ConnectionStrategy.SAMLP, good().set(SamlpOptions.DOMAIN_ALIASES, List.of("gmail.com", "acme"))))
			.containsExactlyInAnyOrder("public_mail_domain", "domain_not_qualified");
		assertThat(codes(
				Auth0Lint.check(new NewAuth0Connection().strategy(ConnectionStrategy.WAAD).showAsButton(false), NOW)))
			.containsExactly("domains_missing");
	}

	@Test
	void findsMetadataThatRequiresSignedRequestsUnlessTheyAreSigned() throws IOException {
		String metadata = Files.readString(Path.of("src/test/resources/metadata/wants-signed-requests.xml"));
		Instant now = Instant.parse("2027-01-01T00:00:00Z");
		for (SamlpOptions unsigned : List.of(new SamlpOptions(),
				new SamlpOptions().set(SamlpOptions.SIGN_SAML_REQUEST, false))) {
			assertThat(Auth0Lint.check(samlp(unsigned.set(SamlpOptions.METADATA_XML, metadata)), now))
				.containsExactly(FindingCode.SIGNED_REQUESTS_WANTED
					.finding("The IdP requires signed authentication requests, and 'signSAMLRequest' is not true."));
		}
		assertThat(Auth0Lint.check(samlp(
				new SamlpOptions().set(SamlpOptions.SIGN_SAML_REQUEST, true).set(SamlpOptions.METADATA_XML, metadata)),
				now))
			.isEmpty();
		assertThat(Auth0Lint.check(samlp(new SamlpOptions().set(SamlpOptions.METADATA_XML,
				metadata.replace(" WantAuthnRequestsSigned=\"true\"", ""))), now))
			.isEmpty();
	}

	@Test
	void findsABindingThatTheIdpDoesNotOffer() {
		String redirect = TestMetadata.xml("urn:idp", "https://idp.acme.com/sso", VALID);
		String post = redirect.replace("HTTP-Redirect", "HTTP-POST");
		assertThat(Auth0Lint.check(samlp(new SamlpOptions().set(SamlpOptions.METADATA_XML, post)), NOW))
			.map(Finding::message)
			.contains("The IdP has no SSO URL for HTTP-Redirect, which 'protocolBinding' is by default, "
					+ "but one for HTTP-POST.");
		assertThat(check(ConnectionStrategy.SAMLP, new SamlpOptions().set(SamlpOptions.METADATA_XML, post)
			.set(SamlpOptions.PROTOCOL_BINDING, SamlMetadata.SsoUrl.HTTP_POST))).isEmpty();
		assertThat(check(ConnectionStrategy.SAMLP,
				new SamlpOptions().set(SamlpOptions.METADATA_XML, redirect)
					.set(SamlpOptions.PROTOCOL_BINDING, SamlMetadata.SsoUrl.HTTP_POST)))
			.containsExactly("sso_binding_unavailable");
		assertThat(check(ConnectionStrategy.SAMLP, new SamlpOptions().set(SamlpOptions.METADATA_XML, redirect)))
			.isEmpty();
	}

	@Test
	void findsFieldsThatMetadataOverrides() {
		String metadata = TestMetadata.xml("urn:idp", "https://idp.acme.com/sso", VALID);
		assertThat(check(ConnectionStrategy.SAMLP, good().set(SamlpOptions.METADATA_XML, metadata)))
			.containsExactly("overridden_by_metadata", "overridden_by_metadata");
		assertThat(Auth0Lint.check(samlp(good().set(SamlpOptions.METADATA_URL, "https://idp.acme.com/metadata")), NOW))
			.map(Finding::message)
			.contains("'signInEndpoint' is set, and the value in the metadata replaces it.",
					"'signingCert' is set, and the value in the metadata replaces it.");
		// Auth0 returns derived options beside the metadata
		Auth0Connection present = connection(ConnectionOptions.of(Map.of("signInEndpoint", "https://idp.acme.com/sso",
				"cert", VALID, "metadataUrl", "https://idp.acme.com/metadata")));
		assertThat(codes(Auth0Lint.check(present, NOW))).isEmpty();
		assertThat(codes(Auth0Lint.check(present, new SamlpOptions().set(SamlpOptions.METADATA_XML, metadata), NOW)))
			.isEmpty();
	}

	@Test
	void readsMetadataUpToTheMaximumOfAuth0() {
		String metadata = TestMetadata.xml("urn:idp", "https://idp.acme.com/sso", VALID);
		int max = 4 * 1024 * 1024;
		assertThat(check(ConnectionStrategy.SAMLP,
				new SamlpOptions().set(SamlpOptions.METADATA_XML, padded(metadata, max))))
			.isEmpty();
		assertThat(Auth0Lint.check(samlp(new SamlpOptions().set(SamlpOptions.METADATA_XML, padded(metadata, max + 1))),
				NOW))
			.containsExactly(FindingCode.METADATA_INVALID
				.finding("The SAML metadata is larger than 4 MB, the maximum at Auth0."));
	}

	@Test
	void doesNotRejectAFederationWithinTheSize() {
		String idp = TestMetadata.xml("urn:idp", "https://idp.acme.com/sso", VALID).replaceAll("<\\?xml[^>]*>", "");
		StringBuilder federation = new StringBuilder(
				"<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">");
		for (int i = 0; i < 1200; i++) {
			federation.append(idp.replace("urn:idp", "urn:idp" + i));
		}
		assertThat(Auth0Lint
			.check(samlp(new SamlpOptions().set(SamlpOptions.METADATA_XML, federation + "</EntitiesDescriptor>")), NOW))
			.extracting(Finding::code, Finding::severity)
			.containsExactly(tuple("metadata_ambiguous", Severity.WARNING));
	}

	@Test
	void readsFederationMetadataUpToTheMaximumOfAuth0() throws IOException {
		String metadata = Files.readString(Path.of("src/test/resources/metadata/adfs.xml"));
		int max = 128 * 1024;
		assertThat(check(ConnectionStrategy.ADFS,
				new AdfsOptions().set(AdfsOptions.FED_METADATA_XML, padded(metadata, max))))
			.doesNotContain("metadata_invalid");
		assertThat(Auth0Lint.check(new NewAuth0Connection().strategy(ConnectionStrategy.ADFS)
			.options(new AdfsOptions().set(AdfsOptions.FED_METADATA_XML, padded(metadata, max + 1))), NOW))
			.containsExactly(FindingCode.METADATA_INVALID
				.finding("The federation metadata is larger than 128 KB, the maximum at Auth0."));
	}

	@Test
	void acceptsAdfsWithItsCertificateInTheRoleDescriptorOrWithout() throws IOException {
		Auth0Connection adfs = WireJson.mapper()
			.readValue(Files.readString(Path.of("src/test/resources/auth0/adfs-ws-fed-only.json")),
					Auth0Connection.class);
		Instant now = Instant.parse("2027-01-01T00:00:00Z");
		assertThat(Auth0Lint.check(adfs, now)).isEmpty();
		assertThat(codes(Auth0Lint.check(adfs, Instant.parse("2030-01-01T00:00:00Z"))))
			.containsExactly("certificate_expired");
		String without = adfs.options()
			.get(AdfsOptions.FED_METADATA_XML)
			.replaceAll("(?s)<md:KeyDescriptor.*?</md:KeyDescriptor>", "");
		assertThat(check(ConnectionStrategy.ADFS,
				new AdfsOptions().set(AdfsOptions.SIGN_IN_ENDPOINT, "https://adfs.acme.com/adfs/ls/")
					.set(AdfsOptions.FED_METADATA_XML, without)))
			.isEmpty();
		assertThat(check(ConnectionStrategy.ADFS, new AdfsOptions().set(AdfsOptions.FED_METADATA_XML, "none")))
			.containsExactly("certificate_invalid");
		assertThat(check(ConnectionStrategy.ADFS,
				new AdfsOptions().set(AdfsOptions.SIGN_IN_ENDPOINT, "https://localhost/adfs/ls/")))
			.containsExactly("sso_url_private");
	}

	@Test
	void hasTheRemediesOfAuth0ForCertificates() {
		assertThat(Auth0Lint.check(samlp(good().set(SamlpOptions.SIGNING_CERT, EXPIRED)), NOW))
			.filteredOn((finding) -> finding.code().equals("certificate_expired"))
			.singleElement()
			.satisfies((finding) -> assertThat(finding.remedy()).contains("replace this one by it")
				.doesNotContain("add that one"));
		assertThat(
				Auth0Lint.check(samlp(good().set(SamlpOptions.SIGNING_CERT, certificate("2026-06-10T00:00:00Z"))), NOW))
			.filteredOn((finding) -> finding.code().equals("certificate_expiring"))
			.singleElement()
			.satisfies((finding) -> assertThat(finding.remedy()).doesNotContain("add it"));
	}

	@Test
	void findsTheExpiredCertificateBesideAStaleOne() {
		assertThat(Auth0Lint.check(samlp(good().set(SamlpOptions.SIGNING_CERT, EXPIRED).set(SamlpOptions.CERT, VALID)),
				NOW))
			.extracting(Finding::code, Finding::severity)
			.contains(tuple("certificate_expired", Severity.ERROR));
	}

	@Test
	void findsMetadataWithSeveralCertificates() {
		String next = certificate("2028-06-01T00:00:00Z");
		assertThat(checkMetadata(VALID, next)).containsExactly("certificates_ambiguous");
		assertThat(checkMetadata(VALID)).isEmpty();
	}

	private static List<String> checkMetadata(String... certificates) {
		return check(ConnectionStrategy.SAMLP, new SamlpOptions().set(SamlpOptions.DOMAIN_ALIASES, List.of("acme.com"))
			.set(SamlpOptions.METADATA_XML, TestMetadata.xml("urn:idp", "https://idp.acme.com/sso", certificates)));
	}

	@Test
	void namesTheRefreshWhereThereIsAMetadataUrl() {
		SamlpOptions options = good().set(SamlpOptions.SIGNING_CERT, EXPIRED);
		assertThat(remedies(options)).doesNotContain("refresh");
		assertThat(remedies(options.set(SamlpOptions.METADATA_URL, "https://idp.acme.com/metadata")))
			.contains("Auth0ConnectionCertificates.refresh");
	}

	private static String remedies(SamlpOptions options) {
		return Auth0Lint.check(samlp(options), NOW)
			.stream()
			.filter((finding) -> finding.code().equals("certificate_expired"))
			.map(Finding::remedy)
			.collect(Collectors.joining());
	}

	@Test
	void findsNoCertificateOfAdfsThatAuth0FollowsByItself() {
		AdfsOptions options = new AdfsOptions().set(AdfsOptions.SIGN_IN_ENDPOINT, "https://adfs.acme.com/adfs/ls/")
			.set("cert", EXPIRED);
		assertThat(check(ConnectionStrategy.ADFS, options)).containsExactly("certificate_expired");
		assertThat(check(ConnectionStrategy.ADFS, options.set(AdfsOptions.ADFS_SERVER, "https://adfs.acme.com")))
			.isEmpty();
	}

	@Test
	void usesTheGivenListOfPublicDomains() {
		PublicDomains own = PublicDomains.defaults().with(List.of("acme.com"), List.of("gmail.com"));
		assertThat(codes(Auth0Lint
			.check(samlp(good().set(SamlpOptions.DOMAIN_ALIASES, List.of("acme.com", "gmail.com"))), NOW, own)))
			.containsExactly("public_mail_domain");
		Auth0Connection present = connection(ConnectionOptions.of(Map.of("signInEndpoint", "https://idp.acme.com/sso",
				"cert", VALID, "domain_aliases", List.of("gmail.com"))));
		assertThat(codes(Auth0Lint.check(present, NOW))).containsExactly("public_mail_domain");
		assertThat(codes(Auth0Lint.check(present, NOW, own))).isEmpty();
		assertThat(codes(Auth0Lint.check(present,
				new SamlpOptions().set(SamlpOptions.DOMAIN_ALIASES, List.of("acme.com")), NOW, own)))
			.containsExactly("public_mail_domain");
	}

	@Test
	void checksAnExistingConnection() {
		assertThat(codes(Auth0Lint.check(connection(ConnectionOptions.of(Map.of("cert", EXPIRED))), NOW)))
			.containsExactlyInAnyOrder("sso_url_missing", "certificate_expired");
		assertThat(Auth0Lint.check(connection(null), NOW)).isEmpty();
	}

	@Test
	void checksTheResultOfAChange() {
		Auth0Connection present = connection(
				ConnectionOptions.of(Map.of("signInEndpoint", "https://idp.acme.com/sso", "cert", VALID)));
		assertThat(codes(Auth0Lint.check(present, new SamlpOptions().set(SamlpOptions.DEBUG, true), NOW))).isEmpty();
		assertThat(codes(Auth0Lint.check(present,
				new SamlpOptions().set(SamlpOptions.SIGN_IN_ENDPOINT, "http://idp.acme.com/sso"), NOW)))
			.containsExactly("sso_url_not_https");
		assertThat(codes(Auth0Lint.check(present, new SamlpOptions().set("cert", null), NOW)))
			.containsExactly("signing_certificate_missing");
		assertThat(Auth0Lint.check(connection(null), new SamlpOptions(), NOW)).isEmpty();
	}

	@Test
	void rejectsNull() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Auth0Lint.check(connection(null), (StrategyOptions<?>) null, NOW));
		assertThatIllegalArgumentException().isThrownBy(() -> Auth0Lint.check((Auth0Connection) null, NOW));
		assertThatIllegalArgumentException().isThrownBy(() -> Auth0Lint.check((NewAuth0Connection) null, NOW));
		assertThatIllegalArgumentException().isThrownBy(() -> Auth0Lint.check(new NewAuth0Connection(), null));
	}

	private static String padded(String document, int size) {
		int length = document.getBytes(StandardCharsets.UTF_8).length;
		return document + "<!--" + " ".repeat(size - length - 7) + "-->";
	}

	private static NewAuth0Connection samlp(SamlpOptions options) {
		return new NewAuth0Connection().strategy(ConnectionStrategy.SAMLP).options(options);
	}

	private static OidcOptions oidc() {
		return new OidcOptions().set(OidcOptions.DISCOVERY_URL,
				"https://idp.acme.com/.well-known/openid-configuration");
	}

	private static SamlpOptions good() {
		return new SamlpOptions().set(SamlpOptions.SIGN_IN_ENDPOINT, "https://idp.acme.com/sso")
			.set(SamlpOptions.SIGNING_CERT, VALID)
			.set(SamlpOptions.DOMAIN_ALIASES, List.of("acme.com"));
	}

	private static List<String> check(ConnectionStrategy strategy, StrategyOptions<?> options) {
		return codes(Auth0Lint.check(new NewAuth0Connection().strategy(strategy).options(options), NOW));
	}

	private static List<String> codes(List<Finding> findings) {
		return findings.stream().map(Finding::code).filter((code) -> !code.equals("key_weak")).toList();
	}

	private static Auth0Connection connection(ConnectionOptions options) {
		return new Auth0Connection("con_1", "acme", null, ConnectionStrategy.SAMLP, options, null, null, null, null,
				null, null, null, null, null, UnknownFields.none());
	}

	private static String certificate(String notAfter) {
		return TestCertificates.selfSigned("idp", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse(notAfter));
	}

}
