// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.saml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class SamlMetadataApiTests extends AbstractConsoleTests {

	private static final String PATH = "/api/saml/metadata";

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private static final String SSO = "https://idp.acme.example/sso";

	@ParameterizedTest
	@ValueSource(strings = { "application/xml", "text/xml", "application/samlmetadata+xml",
			"application/xml;charset=utf-8" })
	void readsMetadata(String contentType) {
		Instant validUntil = NOW.plus(Duration.ofDays(14));
		String certificate = certificate(NOW.plus(Duration.ofDays(300)));
		byte[] document = document("validUntil='" + validUntil + "'", entity("https://idp.acme.example", certificate));
		send(PATH, contentType, document).expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.json("""
					{"entityId": "https://idp.acme.example",
					 "ssoUrls": [{"binding": "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect", "location": "%s"}],
					 "signingCertificates": [{"subject": "CN=idp.acme.example", "issuer": "CN=idp.acme.example",
					   "sha256": "%s", "notBefore": "%s", "notAfter": "%s", "keyAlgorithm": "EC", "keySize": 256}],
					 "unreadableCertificates": [], "validUntil": "%s", "wantAuthnRequestsSigned": null,
					 "findings": []}
					""".formatted(SSO, sha256(certificate), NOW.minus(Duration.ofDays(400)),
					NOW.plus(Duration.ofDays(300)), validUntil), JsonCompareMode.STRICT);
		assertThat(vendor.requests()).isEmpty();
	}

	@Test
	void reportsWhetherRequestsShouldBeSigned() {
		byte[] document = document("", entity("https://idp.acme.example", certificate(NOW.plus(Duration.ofDays(300))))
			.replace("<md:IDPSSODescriptor>", "<md:IDPSSODescriptor WantAuthnRequestsSigned='true'>"));
		send(PATH, "application/xml", document).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.wantAuthnRequestsSigned")
			.isEqualTo(true);
	}

	@Test
	void reportsWhatItFinds() {
		byte[] document = document("validUntil='2020-01-01T00:00:00Z'",
				entity("https://idp.acme.example", certificate(NOW.minus(Duration.ofDays(1))))
					.replace("https://idp.acme.example/sso", "http://idp.acme.example/sso"));
		send(PATH, "application/xml", document).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.validUntil")
			.isEqualTo("2020-01-01T00:00:00Z")
			.jsonPath("$.findings[*].code")
			.value((codes) -> assertThat(codes)
				.hasToString("[\"metadata_expired\",\"sso_url_not_https\",\"certificate_expired\"]"))
			.jsonPath("$.findings[0].severity")
			.isEqualTo("ERROR")
			.jsonPath("$.findings[0].message")
			.isEqualTo("The metadata was valid until 2020-01-01T00:00:00Z.")
			.jsonPath("$.findings[0].remedy")
			.isNotEmpty();
	}

	@Test
	void asksWhichIdpIsMeant() {
		byte[] document = document("", entity("https://one.example/?a=1&amp;b=+", null) + entity("urn:two", null));
		send(PATH, "application/xml", document).expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.json("""
					{"type": "urn:sso-connections:several-idps",
					 "title": "There are several IdPs: choose one with ?entityId=", "status": 422,
					 "detail": "There are several IdPs in this metadata, and one must be chosen by its entity ID: \
					'https://one.example/?a=1&b=+', 'urn:two'.",
					 "instance": "/api/saml/metadata", "entityIds": ["https://one.example/?a=1&b=+", "urn:two"]}
					""", JsonCompareMode.STRICT);
		this.client.post()
			.uri(PATH + "?entityId={id}", "https://one.example/?a=1&b=+")
			.contentType(MediaType.APPLICATION_XML)
			.bodyValue(document)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.entityId")
			.isEqualTo("https://one.example/?a=1&b=+");
		assertRejected(send(PATH + "?entityId=urn:three", "application/xml", document),
				"There is no IdP with the entity ID 'urn:three' in this metadata, but: "
						+ "'https://one.example/?a=1&b=+', 'urn:two'.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"a": 1}                        | This is JSON, not SAML metadata.
			<!DOCTYPE html><html/>          | This is an HTML page, perhaps a login page, not SAML metadata.
			<!DOCTYPE a SYSTEM "file:///a"><a/> | There is a DOCTYPE, which metadata must not have (line 1, column 1).
			""")
	void saysWhatIsWrong(String document, String detail) {
		assertRejected(send(PATH, "text/xml", document.getBytes(StandardCharsets.UTF_8)), detail);
	}

	@Test
	void saysWhereItIsWrong() {
		send(PATH, "application/xml", document("", entity("urn:one", null) + "<a></b>")).expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:invalid-metadata")
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).startsWith("This is not well-formed XML: "))
			.jsonPath("$.line")
			.isEqualTo(2)
			.jsonPath("$.column")
			.isNumber();
	}

	@Test
	void readsTheRestOfWhatIsWrongInPart() {
		send(PATH, "application/xml", document("", entity("urn:one", "MIIB"))).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.signingCertificates")
			.isEmpty()
			.jsonPath("$.findings[*].code")
			.value((codes) -> assertThat(codes)
				.hasToString("[\"certificate_invalid\",\"signing_certificate_missing\"]"))
			.jsonPath("$.findings[0].message")
			.value(String.class, (message) -> assertThat(message).contains("(line 2, column "));
	}

	@Test
	void rejectsNothingAtAll() {
		assertRejected(this.client.post().uri(PATH).contentType(MediaType.APPLICATION_XML).exchange(),
				"The document is empty: there is no element in it.");
	}

	@Test
	void rejectsWhatIsTooLarge() {
		byte[] document = document("", entity("urn:one", null) + " ".repeat(1024 * 1024));
		send(PATH, "application/xml", document).expectStatus()
			.isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void rejectsOtherTypes() {
		send(PATH, "application/json", document("", entity("urn:one", null))).expectStatus()
			.isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void rejectsBlankChoice() {
		send(PATH + "?entityId=", "application/xml", document("", entity("urn:one", null))).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("'entityId' must not be blank");
	}

	private WebTestClient.ResponseSpec send(String uri, String contentType, byte[] document) {
		return this.client.post()
			.uri(uri)
			.contentType(MediaType.parseMediaType(contentType))
			.bodyValue(document)
			.exchange();
	}

	private static void assertRejected(WebTestClient.ResponseSpec response, String detail) {
		response.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:invalid-metadata")
			.jsonPath("$.detail")
			.isEqualTo(detail);
		assertThat(vendor.requests()).isEmpty();
	}

	private static byte[] document(String attributes, String entities) {
		return """
				<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' %s>
				%s
				</md:EntitiesDescriptor>
				""".formatted(attributes, entities).getBytes(StandardCharsets.UTF_8);
	}

	private static String entity(String entityId, String certificate) {
		String key = (certificate != null) ? "<md:KeyDescriptor use='signing'><KeyInfo "
				+ "xmlns='http://www.w3.org/2000/09/xmldsig#'><X509Data><X509Certificate>" + certificate
				+ "</X509Certificate></X509Data></KeyInfo></md:KeyDescriptor>" : "";
		return "<md:EntityDescriptor entityID='" + entityId + "'><md:IDPSSODescriptor>" + key
				+ "<md:SingleSignOnService Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect' Location='"
				+ SSO + "'/></md:IDPSSODescriptor></md:EntityDescriptor>";
	}

	private static String certificate(Instant notAfter) {
		return TestCertificates
			.withoutArmour(TestCertificates.selfSigned("idp.acme.example", NOW.minus(Duration.ofDays(400)), notAfter));
	}

	private static String sha256(String certificate) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(certificate)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
