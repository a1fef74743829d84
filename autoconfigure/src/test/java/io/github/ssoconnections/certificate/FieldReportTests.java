// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Documents in the shapes in which people have met them, and others of their kinds: what
 * can be read is read, and the rest is found.
 */
class FieldReportTests {

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

	private static final SigningCertificate GOOD = Fixtures.certificate("rsa-2048");

	private static final String START = "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' "
			+ "xmlns:ds='http://www.w3.org/2000/09/xmldsig#' entityID='https://idp.example'>";

	private static final String SSO = "<md:SingleSignOnService "
			+ "Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect' Location='https://idp.example/sso'/>";

	private static final String END = "</md:IDPSSODescriptor></md:EntityDescriptor>";

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "True, true, 1", "TRUE, true, 1", "False, false, 1", "true, true, 0",
			"' true ', true, 0", "1, true, 0", "0, false, 0", "'', -, 1", "yes, -, 1", "'\u200B1', true, 0" })
	void readsWhetherRequestsAreToBeSigned(String value, @Nullable Boolean expected, int findings) {
		String xml = field("want-signed-capital.xml").replace("\"True\"", "\"" + value + "\"");
		SamlMetadata metadata = SamlMetadata.parse(xml);
		assertThat(metadata.wantAuthnRequestsSigned()).isEqualTo(expected);
		assertThat(metadata.signingCertificates()).hasSize(1);
		assertThat(metadata.findings()).hasSize(findings).allSatisfy((finding) -> {
			assertThat(finding.code()).isEqualTo("metadata_value_invalid");
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.message()).contains("'" + value + "'").contains("(line 2, column ");
			assertThat(finding.remedy()).isNotBlank();
		});
	}

	@Test
	void readsTwoCertificatesInPemAndTrustsTheLeaf() {
		SamlMetadata metadata = SamlMetadata.parse(field("two-pem-in-element.xml"));
		assertThat(metadata.signingCertificates()).map(SigningCertificate::subject)
			.containsExactly("CN=leaf.acme.example");
		assertThat(metadata.findings()).map(Finding::code)
			.containsExactly("certificate_form_unusual", "certificate_issuer");
		assertThat(metadata.findings().get(1).message()).startsWith("The certificate 'CN=Corp CA' (SHA-256 ");
	}

	@Test
	void readsWhereInnerArmourIsLeft() {
		SamlMetadata metadata = SamlMetadata.parse(field("inner-armour.xml"));
		assertThat(metadata.signingCertificates()).isNotEmpty();
		assertThat(metadata.unreadableCertificates()).isEmpty();
		assertThat(metadata.findings()).map(Finding::message).noneMatch((message) -> message.contains("cut off"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n ", "\u200B", "<!-- -->" })
	void readsTheGoodOneBesideAnEmptyOne(String empty) {
		SamlMetadata metadata = SamlMetadata.parse(field("empty-cert-beside-good.xml").replace(
				"<ds:X509Certificate></ds:X509Certificate>", "<ds:X509Certificate>" + empty + "</ds:X509Certificate>"));
		assertThat(metadata.signingCertificates()).hasSize(1);
		assertThat(metadata.unreadableCertificates()).isEmpty();
		assertThat(metadata.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.code()).isEqualTo("certificate_invalid");
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.message()).startsWith("A signing certificate is empty (line 2, column ");
		});
	}

	@Test
	void readsTheGoodOneBesideOneThatIsCutOff() {
		SamlMetadata metadata = metadata(element(GOOD.base64()), element(GOOD.base64().substring(0, 400)));
		assertThat(metadata.signingCertificates()).containsExactly(GOOD);
		assertThat(metadata.unreadableCertificates()).singleElement()
			.satisfies((one) -> assertThat(one.unreadableReason()).startsWith("The certificate is cut off"));
		assertThat(metadata.findings()).map(Finding::severity).containsExactly(Severity.WARNING);
	}

	@Test
	void unwrapsBase64OfPem() {
		SamlMetadata metadata = SamlMetadata.parse(field("base64-of-pem.xml"));
		assertThat(metadata.signingCertificates()).hasSize(1);
		assertThat(metadata.findings()).map(Finding::code).containsExactly("certificate_form_unusual");
	}

	@Test
	void reportsAnEmptyIssuer() {
		SamlMetadata metadata = SamlMetadata.parse(field("empty-issuer-dn.xml"));
		assertThat(metadata.signingCertificates()).isEmpty();
		assertThat(metadata.unreadableCertificates()).singleElement().satisfies((one) -> {
			assertThat(one.sha256()).hasSize(64);
			assertThat(one.isValid(NOW)).isFalse();
		});
		assertThat(CertificateLint.check(metadata, NOW)).filteredOn((finding) -> finding.severity() == Severity.ERROR)
			.map(Finding::code)
			.containsExactly("certificate_invalid", "signing_certificate_missing");
		assertThat(metadata.findings().get(0).message()).startsWith(
				"A signing certificate cannot be read: The certificate is complete, but its issuer has no name, "
						+ "and Java reads no such certificate (line ");
		assertThat(metadata(element(base64("empty-issuer")), element(GOOD.base64())).signingCertificates())
			.containsExactly(GOOD);
	}

	@ParameterizedTest
	@CsvSource({ "ISO-8859-1, ISO-8859-1", "latin1, ISO-8859-1", "l1, ISO-8859-1", "iso_8859_1, ISO-8859-1",
			"windows-1252, windows-1252", "Cp1252, windows-1252", "ISO-8859-15, ISO-8859-15", "latin9, ISO-8859-15",
			"UTF8, UTF-8", "utf-8, UTF-8" })
	void readsListedEncodingsByAnyName(String name, String charset) {
		String xml = new String(Fixtures.metadata("field/iso-8859-1.xml"), StandardCharsets.ISO_8859_1)
			.replace("encoding=\"ISO-8859-1\"", "encoding=\"" + name + "\"")
			.replace("https://idp.acme.example/metadata", "https://idp.acmé.example");
		assertThat(SamlMetadata.parse(xml.getBytes(Charset.forName(charset))).entityId())
			.isEqualTo("https://idp.acmé.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ascii", "US-ASCII", "ISO646-US", "utf-8" })
	void reportsWhichBytesAreNotOfTheEncoding(String name) {
		byte[] xml = new String(Fixtures.metadata("field/iso-8859-1.xml"), StandardCharsets.ISO_8859_1)
			.replace("encoding=\"ISO-8859-1\"", "encoding=\"" + name + "\"")
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(InvalidMetadataException.class).isThrownBy(() -> SamlMetadata.parse(xml))
			.withMessage("There are bytes here that are not " + Charset.forName(name).name() + " (line 2, column 175)");
	}

	@ParameterizedTest
	@CsvSource({ "IBM037, IBM037", "Cp037, IBM037", "UTF-7, US-ASCII", "UTF-32, UTF-32", "UTF-32LE, UTF-32LE",
			"x-UTF-16LE-BOM, US-ASCII", "Shift_JIS, Shift_JIS", "IBM1047, IBM1047", "windows-1251, windows-1251",
			"none-such, US-ASCII", "'a b', US-ASCII", "'', US-ASCII", "UTF-16, UTF-16LE", "UTF-16BE, UTF-16BE" })
	void rejectsEveryOtherEncoding(String name, String charset) {
		String xml = "<?xml version='1.0' encoding='" + name + "'?><!DOCTYPE a><a/>";
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> SamlMetadata.parse(xml.getBytes(Charset.forName(charset))))
			.satisfies((ex) -> assertThat(ex.getMessage()).satisfiesAnyOf(
					(message) -> assertThat(message).contains("only UTF-8, UTF-16 with a byte order mark, US-ASCII, "
							+ "ISO-8859-1, ISO-8859-15 and windows-1252 are read"),
					(message) -> assertThat(message).startsWith("There are bytes here that are not UTF-8")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISO-8859-1", "ISO-8859-15", "windows-1252", "US-ASCII", "UTF-8" })
	void seesTheDoctypeInEveryEncoding(String name) {
		String xml = "\n<?xml version='1.0' encoding='" + name + "'?>\n<!DOCTYPE a>\n<a/>";
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> SamlMetadata.parse(xml.getBytes(Charset.forName(name))))
			.withMessage("There is a DOCTYPE, which metadata must not have (line 3, column 1)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n \t", "\uFEFF", "\uFEFF\uFEFF", "\u200B", "\u00A0", "\uFEFF\n\u200C\u200D",
			"\u2060 \uFEFF" })
	void ignoresInvisibleCharactersAtTheStart(String front) {
		String xml = front + field("leading-newline.xml").stripLeading() + front;
		assertThat(SamlMetadata.parse(xml).findings()).isEmpty();
		assertThat(SamlMetadata.parse(xml.getBytes(StandardCharsets.UTF_8)).signingCertificates()).hasSize(1);
		String unicode = "\uFEFF" + xml.replace("UTF-8", "UTF-16");
		assertThat(SamlMetadata.parse(unicode.getBytes(StandardCharsets.UTF_16LE)).signingCertificates()).hasSize(1);
		assertThat(SamlMetadata.strip(xml)).startsWith("<?xml ").endsWith(">");
	}

	@Test
	void readsTheReportedDocumentsAsBytes() {
		for (String name : List.of("bom-text.xml", "leading-newline.xml", "iso-8859-1.xml")) {
			SamlMetadata metadata = SamlMetadata.parse(Fixtures.metadata("field/" + name));
			assertThat(metadata.signingCertificates()).as(name).hasSize(1);
			assertThat(metadata.findings()).isEmpty();
		}
	}

	@Test
	void keepsEveryCertificateThatIssuedNoneBesideIt() {
		SigningCertificate ca = Fixtures.certificate("chain-ca");
		SigningCertificate otherCa = Fixtures.certificate("chain-other-ca");
		SigningCertificate leaf = Fixtures.certificate("chain-leaf");
		SigningCertificate before = Fixtures.certificate("renewed-before");
		SigningCertificate after = Fixtures.certificate("renewed-after");
		assertThat(signing(element(leaf.base64(), ca.base64()))).containsExactly(leaf);
		// The name alone makes no issuer
		assertThat(signing(element(leaf.base64(), otherCa.base64()))).containsExactly(leaf, otherCa);
		assertThat(signing(element(leaf.base64(), otherCa.base64(), ca.base64()))).containsExactly(leaf, otherCa);
		assertThat(signing(element(ca.base64()))).containsExactly(ca);
		// Each has signed the other, as they have one key and one name
		assertThat(signing(element(before.base64(), after.base64()))).containsExactly(before, after);
		assertThat(signing(element(leaf.base64()), element(ca.base64()))).containsExactly(leaf, ca);
		assertThat(signing(element(leaf.pem() + ca.pem()), element(GOOD.pem()))).containsExactly(leaf, GOOD);
	}

	@Test
	void trustsNoIssuerForWantOfItsLeaf() {
		String ca = base64("chain-ca");
		SamlMetadata metadata = metadata(element(base64("chain-explicit"), ca));
		assertThat(metadata.signingCertificates()).isEmpty();
		assertThat(metadata.unreadableCertificates()).hasSize(1);
		assertThat(metadata.findings()).map(Finding::code).containsExactly("certificate_invalid", "certificate_issuer");
		assertThat(metadata.findings().get(0).message()).contains("its key may be of a kind that Java does not know");
	}

	@Test
	void omitsInvalidValuesOnly() {
		SamlMetadata metadata = SamlMetadata
			.parse(START + "<md:IDPSSODescriptor protocolSupportEnumeration='' validUntil='soon' cacheDuration='1 day' "
					+ "xmlns:mdui='urn:oasis:names:tc:SAML:metadata:ui'><md:Extensions><mdui:Logo height='x'>\n"
					+ "</mdui:Logo></md:Extensions><md:KeyDescriptor use=' Encryption'><ds:KeyInfo>" + element("AAAA")
					+ "</ds:KeyInfo></md:KeyDescriptor>" + key(element(GOOD.base64()))
					+ "<md:NameIDFormat><b>x</b></md:NameIDFormat><md:NameIDFormat>urn:a</md:NameIDFormat>"
					+ "<md:SingleSignOnService Binding='' Location='https://idp.example/a' index='x'/>" + SSO + END);
		assertThat(metadata.signingCertificates()).containsExactly(GOOD);
		assertThat(metadata.nameIdFormats()).containsExactly("urn:a");
		assertThat(metadata.ssoUrls()).hasSize(1);
		assertThat(metadata.findings()).hasSize(4).allSatisfy((finding) -> {
			assertThat(finding.code()).isEqualTo("metadata_value_invalid");
			assertThat(finding.message()).containsPattern("\\(line \\d, column \\d+\\)\\.$");
		});
	}

	private static List<SigningCertificate> signing(String... elements) {
		return metadata(elements).signingCertificates();
	}

	private static SamlMetadata metadata(String... elements) {
		StringBuilder keys = new StringBuilder();
		for (String element : elements) {
			keys.append(key(element));
		}
		return SamlMetadata.parse(START + "<md:IDPSSODescriptor>" + keys + SSO + END);
	}

	private static String key(String element) {
		return "<md:KeyDescriptor use='signing'><ds:KeyInfo>" + element + "</ds:KeyInfo></md:KeyDescriptor>";
	}

	private static String element(String... certificates) {
		StringBuilder element = new StringBuilder("<ds:X509Data>");
		for (String certificate : certificates) {
			element.append("<ds:X509Certificate>").append(certificate).append("</ds:X509Certificate>");
		}
		return element.append("</ds:X509Data>").toString();
	}

	private static String base64(String name) {
		return CertificateText.read(Fixtures.pem(name)).certificates().get(0).base64();
	}

	private static String field(String name) {
		return new String(Fixtures.metadata("field/" + name), StandardCharsets.UTF_8);
	}

	@Test
	void readsDerInTheFormOfTheVendor() {
		byte[] der = Base64.getMimeDecoder().decode(base64("empty-issuer"));
		assertThat(CertificateText.read(base64("empty-issuer")).certificates()).singleElement().satisfies((one) -> {
			assertThat(one.der()).isEqualTo(der);
			assertThat(one.pem()).isEqualTo(Fixtures.pem("empty-issuer"));
			assertThat(one.isReadable()).isFalse();
			assertThat(one.notAfter()).isNull();
			assertThat(one).hasToString("SigningCertificate[unreadable, sha256=" + one.sha256() + "]");
		});
	}

}
