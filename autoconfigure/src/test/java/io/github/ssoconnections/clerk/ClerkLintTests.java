// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.lint.PublicDomains;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is found before it is written, and what is not.
 */
class ClerkLintTests {

	private static final Instant NOW = Instant.now();

	private static final String VALID = certificate(300);

	private static final String EXPIRED = certificate(-1);

	private static final String EMAIL_CLAIM = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

	@Test
	void findsNothingWhereThereIsNothing() {
		assertThat(ClerkLint.check(acme(), NOW)).isEmpty();
		assertThat(ClerkLint.check(saml(), NOW)).isEmpty();
		assertThat(ClerkLint.check(new EnterpriseConnectionPatch().name("Acme"), null, NOW)).isEmpty();
		assertThat(ClerkLint.check(new SamlConnectionPatch(), null, NOW)).isEmpty();
		assertThat(ClerkLint.check(present(), NOW)).isEmpty();
	}

	@Test
	void findsDomainsThatAreMissing() {
		assertThat(codes(ClerkLint.check(acme().domains(List.of()), NOW))).containsExactly("domains_missing");
		assertThat(codes(ClerkLint.check(new NewEnterpriseConnection(), NOW))).containsExactly("domains_missing");
		assertThat(codes(ClerkLint.check(new NewSamlConnection().domain("acme.com"), NOW))).isEmpty();
		assertThat(ClerkLint.check(new EnterpriseConnectionPatch().domains(List.of()), present(), NOW)).containsExactly(
				FindingCode.DOMAINS_MISSING.finding(Severity.WARNING, "An empty list of domains changes nothing."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme", "https://acme.com", "acme.com/login", "*.acme.com", "@acme.com", "acme..com", "" })
	void findsDomainsThatAreNotQualified(String domain) {
		assertThat(codes(ClerkLint.check(acme().domains("acme.com", domain), NOW)))
			.containsExactly("domain_not_qualified");
		assertThat(codes(ClerkLint.check(new SamlConnectionPatch().domains(domain), null, NOW)))
			.containsExactly("domain_not_qualified");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gmail.com", "GMail.com", "yahoo.co.uk", "outlook.de", "hotmail.com", "gmx.at", "qq.com" })
	void findsPublicMailDomains(String domain) {
		assertThat(ClerkLint.check(acme().domains("acme.com", domain), NOW)).containsExactly(
				FindingCode.PUBLIC_MAIL_DOMAIN.finding("Anybody can have an address at '" + domain + "'."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme.com", "labs.acme.co.uk", "ACME.example", "xn--bcher-kva.example", "yahoo-inc.com",
			"mygmail.com" })
	void hasNothingAgainstOtherDomains(String domain) {
		assertThat(ClerkLint.check(acme().domains(domain), NOW)).isEmpty();
	}

	@Test
	void findsInvalidCertificates() {
		assertThat(codes(ClerkLint.check(acme().saml(idp().idpCertificates(EXPIRED)), NOW)))
			.containsExactly("certificate_expired");
		assertThat(codes(ClerkLint.check(acme().saml(idp().idpCertificates(VALID, VALID, "no certificate")), NOW)))
			.containsExactly("certificate_invalid", "certificate_duplicate");
		List<String> six = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			six.add(certificate(300));
		}
		assertThat(ClerkLint.check(acme().saml(idp().idpCertificates(six)), NOW))
			.containsExactly(FindingCode.TOO_MANY_CERTIFICATES.finding("There are 6 certificates, and Clerk takes 5."));
	}

	@Test
	void checksTheCertificatesThatWillBeTrusted() {
		EnterpriseConnection present = present(EXPIRED);
		assertThat(codes(ClerkLint.check(present, NOW))).containsExactly("certificate_expired");
		assertThat(codes(ClerkLint.check(new EnterpriseConnectionPatch().name("Acme"), present, NOW)))
			.containsExactly("certificate_expired");
		assertThat(ClerkLint.check(patch(new EnterpriseConnectionPatch.Saml().idpCertificates(VALID)), present, NOW))
			.isEmpty();
		assertThat(ClerkLint.check(patch(new EnterpriseConnectionPatch.Saml().replaceAllCertificates(VALID)), present,
				NOW))
			.isEmpty();
		assertThat(codes(ClerkLint.check(patch(new EnterpriseConnectionPatch.Saml().replaceAllCertificates(EXPIRED)),
				present(VALID), NOW)))
			.containsExactly("certificate_expired");
		assertThat(ClerkLint.check(patch(new EnterpriseConnectionPatch.Saml().idpMetadataUrl("https://idp.example")),
				present, NOW))
			.isEmpty();
	}

	@Test
	void findsSsoUrlThatIsNotHttps() {
		assertThat(codes(ClerkLint.check(acme().saml(idp().idpSsoUrl("http://idp.acme.com/sso")), NOW)))
			.containsExactly("sso_url_not_https");
		assertThat(codes(ClerkLint.check(saml().idpSsoUrl("idp.acme.com"), NOW))).containsExactly("sso_url_invalid");
	}

	@Test
	void findsFieldsThatMetadataOverrides() {
		assertThat(ClerkLint.check(acme().saml(idp().idpMetadataUrl("https://idp.acme.com/metadata")), NOW))
			.extracting(Finding::message)
			.containsExactly("'idp_entity_id' is set, and what the metadata says replaces it.",
					"'idp_sso_url' is set, and what the metadata says replaces it.",
					"'idp_certificates' is set, and what the metadata says replaces it.");
		assertThat(ClerkLint.check(patch(new EnterpriseConnectionPatch.Saml().idpMetadataUrl("https://idp.acme.com")),
				present(VALID), NOW))
			.isEmpty();
	}

	@Test
	void checksMetadata() {
		NewSamlConnection connection = new NewSamlConnection().domains("acme.com");
		assertThat(codes(ClerkLint.check(connection.idpMetadata(metadata(EXPIRED)), NOW)))
			.containsExactly("certificate_expired");
		assertThat(codes(ClerkLint.check(connection.idpMetadata("<html/>"), NOW))).containsExactly("metadata_invalid");
		assertThat(ClerkLint.check(connection.idpMetadata(metadata(VALID)), NOW)).isEmpty();
		assertThat(codes(ClerkLint.check(SamlMetadata.parse(metadata(EXPIRED)), NOW)))
			.containsExactly("certificate_expired");
	}

	@Test
	void findsMetadataThatWantsSignedRequests() throws IOException {
		String metadata = Files.readString(Path.of("src/test/resources/metadata/wants-signed-requests.xml"));
		assertThat(ClerkLint.check(saml().idpMetadata(metadata), NOW)).contains(FindingCode.SIGNED_REQUESTS_WANTED
			.finding("The IdP wants signed authentication requests, and Clerk has no setting for them: "
					+ "ask the IdP's administrator to accept unsigned ones."));
		assertThat(codes(ClerkLint.check(SamlMetadata.parse(metadata), NOW))).containsExactly("signed_requests_wanted");
		assertThat(codes(
				ClerkLint.check(SamlMetadata.parse(metadata.replace("Signed=\"true\"", "Signed=\"false\"")), NOW)))
			.isEmpty();
	}

	@Test
	void findsMetadataWithoutTheBindingThatClerkUses() {
		String post = metadata(VALID).replace("HTTP-Redirect", "HTTP-POST");
		assertThat(ClerkLint.check(SamlMetadata.parse(post), NOW)).containsExactly(FindingCode.SSO_BINDING_UNAVAILABLE
			.finding("The IdP offers HTTP-POST and not HTTP-Redirect, and Clerk redirects to the SSO URL."));
		assertThat(ClerkLint.check(SamlMetadata.parse(metadata(VALID)), NOW)).isEmpty();
	}

	@Test
	void warnsOfMetadataWithSeveralIdps() {
		String both = "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
				+ (metadata(VALID) + metadata(VALID).replace("https://idp.acme.com\"", "urn:other\""))
					.replaceAll("<\\?xml[^>]*>", "")
				+ "</EntitiesDescriptor>";
		assertThat(ClerkLint.check(new NewSamlConnection().domains("acme.com").idpMetadata(both), NOW))
			.extracting(Finding::code, Finding::severity)
			.containsExactly(tuple("metadata_ambiguous", Severity.WARNING));
	}

	@Test
	void findsMetadataUrlThatClerkCannotReadAt() {
		assertThat(codes(ClerkLint
			.check(new NewSamlConnection().domains("acme.com").idpMetadataUrl("https://localhost:8443/metadata"), NOW)))
			.containsExactly("url_unreachable");
		assertThat(ClerkLint
			.check(new NewSamlConnection().domains("acme.com").idpMetadataUrl("https://idp_1.acme.com/metadata"), NOW))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://sso_prod.acme.com/saml", "https://idp.acme.com/{tenant}/a|b c" })
	void hasNothingAgainstSsoUrlsThatBrowsersTake(String url) {
		assertThat(ClerkLint.check(acme().saml(idp().idpSsoUrl(url)), NOW)).isEmpty();
	}

	@Test
	void findsSsoUrlOfTheOwnMachine() {
		assertThat(codes(ClerkLint.check(acme().saml(idp().idpSsoUrl("https://localhost:9443/samlsso")), NOW)))
			.containsExactly("sso_url_private");
	}

	@Test
	void hasNothingAgainstABomInFrontOfMetadata() {
		assertThat(ClerkLint.check(new NewSamlConnection().domains("acme.com").idpMetadata("\uFEFF" + metadata(VALID)),
				NOW))
			.isEmpty();
	}

	@Test
	void usesTheGivenPublicDomains() {
		PublicDomains own = PublicDomains.defaults().with(List.of("acme.com"), List.of("gmail.com"));
		assertThat(codes(ClerkLint.check(acme().domains("acme.com", "gmail.com"), NOW, own)))
			.containsExactly("public_mail_domain");
		assertThat(codes(ClerkLint.check(saml().domains("gmail.com"), NOW, own))).isEmpty();
		assertThat(codes(ClerkLint.check(new EnterpriseConnectionPatch().domains("acme.com"), null, NOW, own)))
			.containsExactly("public_mail_domain");
		assertThat(codes(ClerkLint.check(new SamlConnectionPatch().domains("acme.com"), null, NOW, own)))
			.containsExactly("public_mail_domain");
	}

	@Test
	void findsActivationWithoutSettingsOfTheIdp() {
		NewEnterpriseConnection bare = new NewEnterpriseConnection().provider(ConnectionProvider.SAML_OKTA)
			.domains("acme.com")
			.active(true);
		assertThat(codes(ClerkLint.check(bare, NOW))).containsExactly("active_without_metadata",
				"verified_domains_removed");
		assertThat(codes(ClerkLint
			.check(bare.saml(new NewEnterpriseConnection.Saml().idpMetadataUrl("https://idp.acme.com/metadata")), NOW)))
			.containsExactly("verified_domains_removed");
		assertThat(codes(ClerkLint.check(new EnterpriseConnectionPatch().active(true), present(VALID), NOW)))
			.containsExactly("verified_domains_removed");
		assertThat(codes(ClerkLint.check(new EnterpriseConnectionPatch().active(true), null, NOW)))
			.containsExactly("verified_domains_removed");
		assertThat(codes(ClerkLint.check(
				new NewEnterpriseConnection().provider(ConnectionProvider.OIDC_GITLAB).domains("acme.com").active(true),
				NOW)))
			.containsExactly("verified_domains_removed");
	}

	@Test
	void warnsOfVerifiedDomainsOnlyWhenTheyGo() {
		assertThat(ClerkLint.check(new SamlConnectionPatch().active(true), null, NOW)).isEmpty();
		assertThat(codes(ClerkLint.check(new SamlConnectionPatch().active(true).consentVerifiedDomainsDeletion(true),
				null, NOW)))
			.containsExactly("verified_domains_removed");
		EnterpriseConnection active = read("""
				{"id": "ent_1", "active": true, "domains": ["acme.com"]}""", EnterpriseConnection.class);
		assertThat(ClerkLint.check(new EnterpriseConnectionPatch().active(true), active, NOW)).isEmpty();
	}

	@Test
	void findsEmailThatIsNotMapped() {
		AttributeMappingSettings names = new AttributeMappingSettings().firstName("first").lastName("last");
		assertThat(codes(ClerkLint.check(acme().saml(idp().attributeMapping(names)), NOW)))
			.containsExactly("email_mapping_missing");
		assertThat(codes(ClerkLint.check(
				new SamlConnectionPatch().attributeMapping(new AttributeMappingSettings().emailAddress(" ")), null,
				NOW)))
			.containsExactly("email_mapping_missing");
		// Absent is unchanged, and may well be mapped
		assertThat(ClerkLint.check(new SamlConnectionPatch().attributeMapping(names), null, NOW)).isEmpty();
		SamlConnection present = read("""
				{"id": "samlc_1", "domains": ["acme.com"], "attribute_mapping": {"email_address": "%s"}}""",
				SamlConnection.class, "mail");
		assertThat(ClerkLint.check(new SamlConnectionPatch().attributeMapping(names), present, NOW)).isEmpty();
		assertThat(codes(ClerkLint.check(read("""
				{"id": "samlc_1", "domains": ["acme.com"], "attribute_mapping": {"email_address": ""}}""",
				SamlConnection.class), NOW)))
			.containsExactly("email_mapping_missing");
	}

	@Test
	void findsFriendlyNamesWhereUrisAreUsual() {
		AttributeMappingSettings friendly = new AttributeMappingSettings().emailAddress("emailaddress");
		assertThat(ClerkLint
			.check(acme().provider(ConnectionProvider.SAML_MICROSOFT).saml(idp().attributeMapping(friendly)), NOW))
			.containsExactly(FindingCode.ATTRIBUTE_NAME_FRIENDLY
				.finding("The attribute that is mapped to 'email_address' has a name that is no URI."));
		assertThat(ClerkLint.check(acme().saml(idp().attributeMapping(friendly)), NOW)).isEmpty();
		AttributeMappingSettings mixed = new AttributeMappingSettings().emailAddress(EMAIL_CLAIM).lastName("surname");
		assertThat(ClerkLint.check(saml().attributeMapping(mixed), NOW)).extracting(Finding::message)
			.containsExactly("The attribute that is mapped to 'last_name' has a name that is no URI.");
	}

	@Test
	void putsTheWorstFirst() {
		assertThat(ClerkLint
			.check(acme().active(true).saml(idp().idpCertificates(VALID, VALID).idpSsoUrl("http://idp.acme.com")), NOW))
			.extracting(Finding::severity)
			.containsExactly(Severity.ERROR, Severity.WARNING, Severity.WARNING);
	}

	@Test
	void copesWithBodiesOfAnyShape() {
		assertThat(codes(ClerkLint.check(new NewEnterpriseConnection().set("domains", "acme.com")
			.set("active", "perhaps")
			.set("provider", 7)
			.set("saml", List.of()), NOW))).containsExactly("domains_missing");
		assertThat(codes(ClerkLint.check(new NewSamlConnection().set("domains", List.of(1, List.of(), "acme"))
			.set("idp_certificates", Arrays.asList(1, null, List.of(), Map.of("certificate", 2)))
			.set("attribute_mapping", List.of("email_address"))
			.set("idp_sso_url", Map.of()), NOW))).containsExactly("domain_not_qualified");
	}

	@Test
	void rejectsMissingArguments() {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkLint.check((NewSamlConnection) null, NOW))
			.withMessage("'connection' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkLint.check(acme(), null))
			.withMessage("'now' must not be null");
	}

	private static NewEnterpriseConnection acme() {
		return new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("acme.com")
			.saml(idp());
	}

	private static NewEnterpriseConnection.Saml idp() {
		return new NewEnterpriseConnection.Saml().idpEntityId("https://idp.acme.com")
			.idpSsoUrl("https://idp.acme.com/sso")
			.idpCertificates(VALID);
	}

	private static NewSamlConnection saml() {
		return new NewSamlConnection().name("Acme")
			.provider(ConnectionProvider.SAML_CUSTOM)
			.domains("acme.com")
			.idpEntityId("https://idp.acme.com")
			.idpSsoUrl("https://idp.acme.com/sso")
			.idpCertificates(VALID);
	}

	private static EnterpriseConnectionPatch patch(EnterpriseConnectionPatch.Saml saml) {
		return new EnterpriseConnectionPatch().saml(saml);
	}

	private static EnterpriseConnection present(String... certificates) {
		String listed = String.join(",",
				List.of((certificates.length > 0) ? certificates : new String[] { VALID })
					.stream()
					.map((one) -> "{\"certificate\": \"" + TestCertificates.withoutArmour(one) + "\"}")
					.toList());
		return read("""
				{"id": "ent_1", "provider": "saml_okta", "active": false, "domains": ["acme.com"],
				 "saml_connection": {"id": "samlc_1", "idp_entity_id": "https://idp.acme.com",
				  "idp_sso_url": "https://idp.acme.com/sso", "idp_certificates": [%s]}}""", EnterpriseConnection.class,
				listed);
	}

	private static <T> T read(String json, Class<T> type, Object... values) {
		return WireJson.mapper().readValue(json.formatted(values), type);
	}

	private static String metadata(String certificate) {
		return TestMetadata.xml("https://idp.acme.com", "https://idp.acme.com/sso", certificate);
	}

	private static List<String> codes(List<Finding> findings) {
		return findings.stream().map(Finding::code).toList();
	}

	private static String certificate(int days) {
		return TestCertificates.selfSigned("idp", NOW.minus(Duration.ofDays(400)), NOW.plus(Duration.ofDays(days)));
	}

}
