// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Metadata in the shapes in which IdPs publish it.
 */
class SamlMetadataTests {

	private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

	private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

	private static final String SOAP = "urn:oasis:names:tc:SAML:2.0:bindings:SOAP";

	private static final String EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

	private static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

	private static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

	private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

	@Test
	void readsOkta() {
		String url = "https://acme.okta.example/app/acme_clerk_1/exkacme1example/sso/saml";
		assertThat(read("okta"))
			.isEqualTo(new Facts("http://www.okta.com/exkacme1example", List.of(sso(POST, url), sso(REDIRECT, url)),
					List.of("bfb562714d9a77c899697875475a798ebd2050ee4745159ea9c754d82ca22262"),
					List.of(UNSPECIFIED, EMAIL), null, null, false));
		assertThat(SamlMetadata.parse(Fixtures.metadata("okta.xml")).signingCertificates().get(0).subject())
			.isEqualTo("EMAILADDRESS=info@acme.example,CN=acme,OU=SSOProvider,O=Okta Example,L=San Francisco,"
					+ "ST=California,C=US");
	}

	@Test
	void readsEntraWithSignatureAndOtherRoles() {
		String url = "https://login.microsoftonline.example/11111111-2222-3333-4444-555555555555/saml2";
		assertThat(read("entra"))
			.isEqualTo(new Facts("https://sts.windows.example/11111111-2222-3333-4444-555555555555/",
					List.of(sso(REDIRECT, url), sso(POST, url)),
					List.of("bc325eefcfa5ff4de9734d44ce718304004c5860c2d827abb4b38be05e1cace9"), List.of(), null, null,
					null));
	}

	@Test
	void readsGoogleWithEndOfValidity() {
		String url = "https://accounts.google.example/o/saml2/idp?idpid=C0acme123";
		assertThat(read("google")).isEqualTo(new Facts("https://accounts.google.example/o/saml2?idpid=C0acme123",
				List.of(sso(REDIRECT, url), sso(POST, url)),
				List.of("cb33c10383ac3fceccb937efe50f19ce4b4adcba0cc35bcad657a456cee5d633"), List.of(EMAIL),
				Instant.parse("2029-03-18T10:12:46Z"), null, false));
	}

	@Test
	void readsKeycloakWithTwoKeys() {
		String url = "https://sso.acme.example/realms/acme/protocol/saml";
		assertThat(read("keycloak")).isEqualTo(new Facts("https://sso.acme.example/realms/acme",
				List.of(sso(POST, url), sso(REDIRECT, url), sso(SOAP, url),
						sso("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact", url)),
				List.of("6c76816022b71578c3c907c5e2bcc5e2b90788f2c985b91eea64bd97609a59bd",
						"562600123feb15bf442d5f739521e9e03d41489eb852271acf87544524f88dd0"),
				List.of(PERSISTENT, TRANSIENT, UNSPECIFIED, EMAIL), null, null, true));
	}

	@Test
	void readsAdfsWithoutItsOtherRolesAndKeys() {
		assertThat(read("adfs")).isEqualTo(new Facts("http://fs.acme.example/adfs/services/trust",
				List.of(sso(REDIRECT, "https://fs.acme.example/adfs/ls/"),
						sso(POST, "https://fs.acme.example/adfs/ls/")),
				List.of("fe95fbd7f57cd2819e80737e11f4e4a6b47acd10810b48763fddcd6b8c21e270",
						"d9bc0587b20d9d0e7e487b8373e6d578da68d44bf3338c19dba5daafdc0d9bef"),
				List.of(EMAIL, PERSISTENT, TRANSIENT), null, null, null));
	}

	@Test
	void readsShibbolethWithIndentedCertificates() {
		String profile = "https://idp.acme.example/idp/profile/";
		assertThat(read("shibboleth")).isEqualTo(new Facts("https://idp.acme.example/idp/shibboleth",
				List.of(sso("urn:mace:shibboleth:1.0:profiles:AuthnRequest", profile + "Shibboleth/SSO"),
						sso(POST, profile + "SAML2/POST/SSO"),
						sso("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST-SimpleSign",
								profile + "SAML2/POST-SimpleSign/SSO"),
						sso(REDIRECT, profile + "SAML2/Redirect/SSO")),
				List.of("489b39f60ce4658cc6b365290286deb597c16cbadb6a6bfe5e56f4aa9befb805",
						"0103f1ef3a42972b2d1cee6e762e3fb4d425a22cc303a45d90c4dbb3981c4b32"),
				List.of("urn:mace:shibboleth:1.0:nameIdentifier", TRANSIENT),
				Instant.parse("2026-12-24T18:18:36.123456789Z"), null, null));
	}

	@Test
	void readsOneLoginWithWindowsLines() {
		String url = "https://acme.onelogin.example/trust/saml2/";
		assertThat(read("onelogin")).isEqualTo(new Facts("https://app.onelogin.example/saml/metadata/123456",
				List.of(sso(REDIRECT, url + "http-redirect/sso/123456"), sso(POST, url + "http-post/sso/123456"),
						sso(SOAP, url + "soap/sso/123456")),
				List.of("21a54525758d637e9c1089c03111bc3b2e0eeaecef93efe34da9a0d02bdf8a79"), List.of(EMAIL), null, null,
				null));
	}

	@Test
	void readsPingWhoseKeyHasNoUse() {
		String url = "https://ping.acme.example/idp/SSO.saml2";
		assertThat(read("ping"))
			.isEqualTo(new Facts("https://ping.acme.example", List.of(sso(POST, url), sso(REDIRECT, url)),
					List.of("916eabed8b3f63070325b32849cc89cc29e54de75289ca55f12991088ccdefa9",
							"3146396f4d54a2d36932ba293b54efefe99514f4fefcaadde5d0a5ac1fed3357"),
					List.of(UNSPECIFIED), null, Duration.ofDays(1), true));
	}

	@Test
	void readsAuth0() {
		String url = "https://acme.eu.auth0.example/samlp/AbCdEf";
		assertThat(read("auth0"))
			.isEqualTo(new Facts("urn:acme.eu.auth0.example", List.of(sso(REDIRECT, url), sso(POST, url)),
					List.of("8259cbf6fa00f8e1be699347c144d8f7fbf9083a17b742919e83c8a0ae2612fc"),
					List.of(EMAIL, PERSISTENT, TRANSIENT), null, null, null));
	}

	@Test
	void sendsBrowsersByRedirectOrElseByPost() {
		assertThat(SamlMetadata.parse(Fixtures.metadata("shibboleth.xml")).ssoUrl())
			.isEqualTo("https://idp.acme.example/idp/profile/SAML2/Redirect/SSO");
		assertThat(metadata(sso(SOAP, "https://a.example"), sso(POST, "https://b.example")).ssoUrl())
			.isEqualTo("https://b.example");
		assertThat(metadata(sso(SOAP, "https://a.example")).ssoUrl()).isNull();
	}

	private static SamlMetadata metadata(SamlMetadata.SsoUrl... ssoUrls) {
		return new SamlMetadata(null, List.of(ssoUrls), List.of(), List.of(), null, null, null);
	}

	@Test
	void leavesOutThoseWhoOnlyIssuedTheCertificate() {
		assertThat(read("chain").signingCertificates()).containsExactly(Fixtures.certificate("issued").sha256());
	}

	@Test
	void findsTheOneIdpAmongServiceProviders() {
		assertThat(read("one-idp-among-sps").entityId()).isEqualTo("https://idp.one.example");
	}

	@Test
	void namesTheIdpsWhenNoneIsChosen() {
		assertThatExceptionOfType(SeveralIdpsException.class).isThrownBy(() -> read("federation"))
			.withMessage("There are several IdPs in this metadata, and one must be chosen by its entity ID: "
					+ "'https://idp.one.example', 'https://idp.two.example', 'https://both.example'")
			.satisfies((ex) -> assertThat(ex.entityIds()).containsExactly("https://idp.one.example",
					"https://idp.two.example", "https://both.example"))
			.satisfies((ex) -> assertThat(ex.line()).isZero());
	}

	@Test
	void readsTheChosenIdpWithWhatEnclosesIt() {
		SamlMetadata one = SamlMetadata.parse(Fixtures.metadata("federation.xml"), "https://idp.one.example");
		assertThat(one.ssoUrls()).containsExactly(sso(REDIRECT, "https://idp.one.example/sso"));
		assertThat(one.validUntil()).isEqualTo("2027-01-01T00:00:00Z");
		assertThat(one.cacheDuration()).isEqualTo(Duration.ofHours(6));
		SamlMetadata two = SamlMetadata.parse(Fixtures.metadata("federation.xml"), "https://idp.two.example");
		assertThat(two.ssoUrls()).containsExactly(sso(REDIRECT, "https://idp.two.example/sso"));
		assertThat(two.validUntil()).isEqualTo("2026-12-01T00:00:00Z");
	}

	@Test
	void reportsFindingsOfTheChosenIdpOnly() {
		assertThat(SamlMetadata.parse(Fixtures.metadata("federation.xml"), "https://both.example").findings())
			.singleElement()
			.satisfies((finding) -> assertThat(finding.message()).startsWith(
					"A signing certificate cannot be read: This is no certificate: it does not begin as DER does (line "));
		assertThat(SamlMetadata.parse(Fixtures.metadata("federation.xml"), "https://idp.one.example").findings())
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://sp.one.example", "https://saml1.example", "https://idp.one.example/",
			"HTTPS://idp.one.example" })
	void reportsWhichIdpsThereAreWhenTheChosenOneIsNot(String entityId) {
		assertRejected(Fixtures.metadata("federation.xml"), entityId,
				"There is no IdP with the entity ID '" + entityId + "' in this metadata, but: "
						+ "'https://idp.one.example', 'https://idp.two.example', 'https://both.example'");
	}

	@Test
	void rejectsAChoiceAmongTwoOfOneName() {
		assertRejected(Fixtures.metadata("attacks/same-entity-id-twice.xml"), "https://idp.acme.example",
				"There is more than one IdP with the entity ID 'https://idp.acme.example' in this metadata");
	}

	@ParameterizedTest
	@MethodSource("encoded")
	void readsEveryEncodingOfUnicode(byte[] xml) {
		SamlMetadata metadata = SamlMetadata.parse(xml);
		assertThat(metadata.entityId()).isEqualTo("https://idp.acmé.example/\uD83D\uDD11");
		assertThat(metadata.signingCertificates()).hasSize(1);
	}

	static Stream<byte[]> encoded() {
		return Stream.of(encoded("", "", StandardCharsets.UTF_8), encoded("\uFEFF", "", StandardCharsets.UTF_8),
				encoded("\uFEFF", "utf-8", StandardCharsets.UTF_8), encoded("", "UTF-8", StandardCharsets.UTF_8),
				encoded("", "UTF8", StandardCharsets.UTF_8), encoded("", "unicode-1-1-utf-8", StandardCharsets.UTF_8),
				encoded("\uFEFF", "", StandardCharsets.UTF_16LE),
				encoded("\uFEFF", "UTF-16", StandardCharsets.UTF_16LE),
				encoded("\uFEFF", "utf-16le", StandardCharsets.UTF_16LE),
				encoded("\uFEFF", "UTF-16", StandardCharsets.UTF_16BE),
				encoded("\uFEFF\uFEFF\n", "UTF-16BE", StandardCharsets.UTF_16BE));
	}

	private static byte[] encoded(String mark, String declared, Charset charset) {
		String declaration = (declared.isEmpty()) ? "" : "<?xml version='1.0' encoding='" + declared + "'?>\n";
		String xml = new String(Fixtures.metadata("auth0.xml"), StandardCharsets.UTF_8)
			.replace("urn:acme.eu.auth0.example", "https://idp.acmé.example/\uD83D\uDD11");
		return (mark + declaration + xml).getBytes(charset);
	}

	@Test
	void ignoresTheDeclaredEncodingOfText() {
		String xml = new String(Fixtures.metadata("auth0.xml"), StandardCharsets.UTF_8);
		assertThat(SamlMetadata.parse("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + xml).entityId())
			.isEqualTo("urn:acme.eu.auth0.example");
	}

	@ParameterizedTest
	@CsvSource({ "PT604800S, PT168H", "PT1440M, PT24H", "P1D, PT24H", "PT6H30M5.75S, PT6H30M5S", "P1M, PT720H",
			"P1Y2M3DT4H, PT10276H", "' P0D ', PT0S", "P999999999D, PT23999999976H" })
	void readsDurations(String text, Duration expected) {
		assertThat(XmlTime.duration(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "P", "PT", "P1", "1D", "P1H", "PT1D", "P1DT", "-P1D", "P1.5D", "P9999999999D", "P1D ,",
			"PT1S1M", "p1d" })
	void rejectsInvalidDurations(String text) {
		assertThat(XmlTime.duration(text)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-22T01:20:55Z, 2026-11-22T01:20:55Z", "2026-11-22T01:20:55, 2026-11-22T01:20:55Z",
			"2026-11-22T01:20:55.5+02:00, 2026-11-21T23:20:55.500Z",
			"2026-11-22T01:20:55.1234567891234Z, 2026-11-22T01:20:55.123456789Z",
			"' 2026-11-22T23:59:59Z ', 2026-11-22T23:59:59Z", "2026-11-22T01:20:55-14:00, 2026-11-22T15:20:55Z" })
	void readsTimes(String text, Instant expected) {
		assertThat(XmlTime.instant(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "2026-11-22", "2026-02-30T00:00:00Z", "2026-11-22T25:00:00Z", "2026-11-22T01:20:55 UTC",
					"2026-11-22T01:20:55+02:00[Europe/Paris]", "1763774455", "+10000-01-01T00:00:00Z",
					"+999999999-12-31T23:59:59-14:00", "-0001-12-31T23:59:59Z", "9999-12-31T23:59:59-01:00" })
	void rejectsInvalidTimes(String text) {
		assertThat(XmlTime.instant(text)).isNull();
	}

	@Test
	void acceptsMetadataWithoutOptionalElements() {
		SamlMetadata metadata = SamlMetadata
			.parse("<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID=' '><IDPSSODescriptor/>"
					+ "</EntityDescriptor>");
		assertThat(metadata).isEqualTo(new SamlMetadata(null, List.of(), List.of(), List.of(), null, null, null));
	}

	@Test
	void reportsThePositionOfTheError() {
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> SamlMetadata.parse(Fixtures.metadata("attacks/unbound-prefix.xml")))
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(5))
			.satisfies((ex) -> assertThat(ex.column()).isEqualTo(133))
			.withMessageEndingWith("(line 5, column 133)");
	}

	@Test
	@SuppressWarnings("NullAway")
	void rejectsWrongArguments() {
		assertThatIllegalArgumentException().isThrownBy(() -> SamlMetadata.parse((byte[]) null));
		assertThatIllegalArgumentException().isThrownBy(() -> SamlMetadata.parse((String) null));
		assertThatIllegalArgumentException().isThrownBy(() -> SamlMetadata.parse(Fixtures.metadata("okta.xml"), " "))
			.withMessage("'entityId' must not be blank");
	}

	private static void assertRejected(byte[] xml, String entityId, String message) {
		assertThatExceptionOfType(InvalidMetadataException.class).isThrownBy(() -> SamlMetadata.parse(xml, entityId))
			.withMessageStartingWith(message);
	}

	private static SamlMetadata.SsoUrl sso(String binding, String location) {
		return new SamlMetadata.SsoUrl(binding, location);
	}

	private static Facts read(String name) {
		SamlMetadata metadata = SamlMetadata.parse(Fixtures.metadata(name + ".xml"));
		return new Facts(metadata.entityId(), metadata.ssoUrls(),
				metadata.signingCertificates().stream().map(SigningCertificate::sha256).toList(),
				metadata.nameIdFormats(), metadata.validUntil(), metadata.cacheDuration(),
				metadata.wantAuthnRequestsSigned());
	}

	/**
	 * Metadata, with certificates as fingerprints.
	 */
	record Facts(@Nullable String entityId, List<SamlMetadata.SsoUrl> ssoUrls, List<String> signingCertificates,
			List<String> nameIdFormats, @Nullable Instant validUntil, @Nullable Duration cacheDuration,
			@Nullable Boolean wantAuthnRequestsSigned) {

	}

}
