// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SigningCertificateTests {

	private static final String PEM = Fixtures.pem("ec-256");

	private static final String BASE64 = PEM.replaceAll("-----[A-Z ]+-----|\\s", "");

	@Test
	void hasADisplayName() {
		SigningCertificate certificate = Fixtures.certificate("rsa-2048");
		assertThat(certificate.displayName())
			.isEqualTo("'" + certificate.subject() + "' (SHA-256 " + certificate.sha256().substring(0, 16) + "…)");
	}

	@Test
	void readsAllValues() {
		SigningCertificate certificate = Fixtures.certificate("rsa-2048");
		assertThat(certificate.subject()).isEqualTo("CN=idp.rsa.example,O=Example");
		assertThat(certificate.issuer()).isEqualTo("CN=idp.rsa.example,O=Example");
		assertThat(certificate.notBefore()).isEqualTo("2024-01-01T00:00:00Z");
		assertThat(certificate.notAfter()).isEqualTo("2123-12-08T00:00:00Z");
		assertThat(certificate.serialNumber()).isEqualTo("39decf8632f51f7c");
		assertThat(certificate.sha256()).isEqualTo("6a720059e3eb468a5c24a06912245e352740c3c2856f7d05217cc4550a00c878");
		assertThat(Fixtures.certificate("issued").issuer()).isEqualTo("CN=Example CA");
	}

	@ParameterizedTest
	@CsvSource({ "rsa-2048, RSA, 2048, SHA256withRSA", "rsa-1024-sha1, RSA, 1024, SHA1withRSA",
			"rsa-pss, RSA, 2048, RSASSA-PSS", "ec-224, EC, 224, SHA256withECDSA", "ec-256, EC, 256, SHA256withECDSA",
			"ec-384, EC, 384, SHA384withECDSA", "secp256k1, EC, 256, SHA256withECDSA", "ed25519, Ed25519, 256, Ed25519",
			"ed448, Ed448, 456, Ed448", "dsa-2048, DSA, 2048, SHA256withDSA" })
	void readsKindOfKey(String name, String keyAlgorithm, int keySize, String signatureAlgorithm) {
		SigningCertificate certificate = Fixtures.certificate(name);
		assertThat(certificate.keyAlgorithm()).isEqualTo(keyAlgorithm);
		assertThat(certificate.keySize()).isEqualTo(keySize);
		assertThat(certificate.signatureAlgorithm()).isEqualTo(signatureAlgorithm);
	}

	@ParameterizedTest
	@MethodSource("forms")
	void readsEveryForm(String form) {
		SigningCertificate certificate = SigningCertificate.parse(form);
		assertThat(certificate.sha256()).isEqualTo("56cb48513f4105adb0c71e06f906b2887d60734ed1ca0197fa56d6c27e1e53c7");
		assertThat(certificate.pem()).isEqualTo(PEM);
		assertThat(certificate.base64()).isEqualTo(BASE64);
	}

	static Stream<String> forms() {
		return Stream.of(PEM, PEM.replace("\n", "\r\n"), PEM.replace("\n", "\r"), PEM.replace("\n", " "), PEM.strip(),
				"\uFEFF" + PEM, "Bag Attributes\n    friendlyName: idp\nsubject=CN=x\n" + PEM + "\nthe end",
				"-----BEGIN CERTIFICATE-----" + BASE64 + "-----END CERTIFICATE-----",
				"-----BEGIN CERTIFICATE-----\n" + BASE64.replaceAll("(.{76})", "$1\n") + "\n-----END CERTIFICATE-----",
				PEM.replace("CERTIFICATE", "X509 CERTIFICATE"), BASE64, "\uFEFF" + BASE64,
				"\n  " + BASE64.replaceAll("(.{10})", "$1\r\n\t "), BASE64.replace("=", ""), PEM + PEM,
				PEM.replace("\n", "\\n"), PEM.replace("\n", "\\r\\n"),
				BASE64.replaceAll("(.{9})", "$1\u200B\uFEFF\u00A0"), PEM.replaceFirst("-----END.*", ""),
				PEM.replaceFirst("-----BEGIN.*", ""), PEM.replace("-----", "\u2014\u2013"), PEM.replace("-----", "---"),
				PEM.replace("BEGIN CERTIFICATE", "Begin Certificate").replace("END CERTIFICATE", "End  Certificate "),
				base64(PEM), base64("key\n" + PEM).replaceAll("(.{76})", "$1\n"), base64(BASE64), base64(base64(PEM)),
				"-----BEGIN CERTIFICATE-----\n" + base64(PEM) + "\n-----END CERTIFICATE-----");
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void readsDer() {
		byte[] der = Base64.getDecoder().decode(BASE64);
		SigningCertificate certificate = SigningCertificate.of(der);
		assertThat(certificate).isEqualTo(SigningCertificate.parse(PEM))
			.hasSameHashCodeAs(SigningCertificate.parse(PEM));
		der[0] = 0;
		certificate.der()[0] = 0;
		assertThat(certificate.der()).startsWith(0x30);
	}

	@Test
	void readsBundlesInTheirOrder() {
		String bundle = Fixtures.pem("rsa-2048") + "text\r\n" + PEM + PEM;
		List<SigningCertificate> certificates = SigningCertificate.parseAll(bundle);
		assertThat(certificates).map(SigningCertificate::keyAlgorithm).containsExactly("RSA", "EC", "EC");
		assertThat(SigningCertificate.parseAll(BASE64)).hasSize(1);
		assertThat(certificates.get(1)).isEqualTo(certificates.get(2)).isNotEqualTo(certificates.get(0));
	}

	@Test
	void rejectsSeveralWhereOneIsExpected() {
		assertRejected(PEM + Fixtures.pem("rsa-2048"), "There are 2 certificates in this text, and one is expected");
	}

	@Test
	void returnsTheSignerOfAChain() {
		SigningCertificate issued = Fixtures.certificate("issued");
		assertThat(SigningCertificate.parse(Fixtures.pem("issued") + Fixtures.pem("ca"))).isEqualTo(issued);
		assertThat(SigningCertificate.parse(Fixtures.pem("ca") + Fixtures.pem("issued"))).isEqualTo(issued);
		assertThat(SigningCertificate.parseAll(Fixtures.pem("ca") + Fixtures.pem("issued"))).hasSize(2);
	}

	@Test
	void reportsWhichOneOfABundleIsWrong() {
		assertThatExceptionOfType(InvalidCertificateException.class)
			.isThrownBy(() -> SigningCertificate.parseAll(PEM + PEM.replaceFirst("(?s)\n.{120}", "\nMIIB")))
			.withMessageStartingWith("Certificate 2 of 2: ");
	}

	@ParameterizedTest
	@MethodSource("others")
	void namesTheKindOfContent(String text, String message) {
		assertRejected(text, message);
	}

	static Stream<Arguments> others() throws Exception {
		byte[] privateKey = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
		String key = Base64.getMimeEncoder().encodeToString(privateKey);
		String stays = "This is a private key, or there is one beside the certificate: it must stay with the IdP. "
				+ "Send the certificate alone";
		return Stream.of(Arguments.of("-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----", stays),
				Arguments.of(PEM + "-----BEGIN RSA PRIVATE KEY-----\n" + key, stays),
				Arguments.of("-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + key, stays),
				Arguments.of(key, "This is a private key, not a certificate"),
				Arguments.of(Fixtures.pem("request"), "This is a certificate request, not a certificate"),
				Arguments.of(alone(Fixtures.pem("request")), "This is a certificate request, not a certificate"),
				Arguments.of(Fixtures.pem("container"), "This is a PKCS#7 container, not a certificate"),
				Arguments.of(alone(Fixtures.pem("container")), "This is a PKCS#7 container, not a certificate"),
				Arguments.of(Fixtures.pem("public-key"), "This is a block of 'PUBLIC KEY', not a certificate"),
				Arguments.of(alone(Fixtures.pem("public-key")), "This is a public key, not a certificate"),
				Arguments.of(Fixtures.pem("trusted"), "This is a block of 'TRUSTED CERTIFICATE', not a certificate"),
				Arguments.of("https://idp.example/cert.pem", "This is a URL, not a certificate"),
				Arguments.of("<md:EntityDescriptor/>", "This is XML, not a certificate"),
				Arguments.of("{\"keys\":[]}", "This is JSON, not a certificate"),
				Arguments.of("ssh-rsa AAAA", "This is an SSH key, not a certificate"),
				Arguments.of(" \r\n", "The text is empty: a certificate is expected"),
				Arguments.of(PEM.replace("\n", "\\x"), "The text is neither PEM nor base64: it contains '\\'"),
				Arguments.of(base64("-----BEGIN PRIVATE KEY-----\n" + key), stays),
				Arguments.of(key + "\n-----END EC PRIVATE KEY-----", stays),
				Arguments.of(base64(key), "This is a private key, not a certificate"),
				Arguments.of("MIIB*AAA", "The text is neither PEM nor base64: it contains '*'"),
				Arguments.of("MIIB\u202EAAA", "The text is neither PEM nor base64: it contains U+202E"),
				Arguments.of("MIIBA", "The base64 is broken: it does not end as base64 does"),
				Arguments.of(PEM.substring(0, 200), "The text ends before '-----END CERTIFICATE-----': it is cut off"),
				Arguments.of(BASE64.substring(0, 200),
						"The certificate is cut off: it says that it has 372 bytes, and 150 are here"),
				Arguments.of("AAAA", "This is no certificate: it does not begin as DER does"),
				Arguments.of("MAA=",
						"The certificate cannot be read: it lacks parts that every certificate has, or they are damaged"),
				Arguments.of(base64(base64(base64(PEM))), "This is no certificate: it does not begin as DER does"));
	}

	private static String alone(String pem) {
		return pem.replaceAll("-----[A-Z0-9 ]+-----", "");
	}

	@Test
	void rejectsBytesAfterACertificate() {
		byte[] der = SigningCertificate.parse(PEM).der();
		assertThatExceptionOfType(InvalidCertificateException.class)
			.isThrownBy(() -> SigningCertificate.of(Arrays.copyOf(der, der.length + 2)))
			.withMessage("The certificate is followed by 2 bytes that do not belong to it");
	}

	@Test
	void rejectsLargeTexts() {
		assertRejected("A".repeat(1024 * 1024 + 1), "The text is longer than 1 MiB");
		assertRejected("MIIB" + "A".repeat(100_000), "The certificate is larger than 64 KiB");
		assertRejected(PEM.repeat(101), "There are more than 100 certificates in this text");
		assertThat(SigningCertificate.parseAll(PEM.repeat(100))).hasSize(100);
	}

	@Test
	void showsNothingOfAPrivateKey() throws Exception {
		byte[] privateKey = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
		String key = Base64.getEncoder().encodeToString(privateKey);
		for (String text : List.of(key, key.substring(4), "-----BEGIN PRIVATE KEY-----" + key,
				"-----BEGIN CERTIFICATE-----" + key + "-----END CERTIFICATE-----", key.replace('A', '-'))) {
			assertThatExceptionOfType(InvalidCertificateException.class)
				.isThrownBy(() -> SigningCertificate.parse(text))
				.withNoCause()
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContainPattern("[A-Za-z0-9+/]{20}"));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 30, 100, 200, 300 })
	void rejectsDamagedCertificatesWithoutOtherFailure(int seed) {
		byte[] der = SigningCertificate.parse(PEM).der();
		for (int i = 0; i < der.length; i++) {
			byte[] damaged = der.clone();
			damaged[i] ^= (byte) seed;
			try {
				SigningCertificate.of(damaged).toString();
			}
			catch (InvalidCertificateException ex) {
				assertThat(ex.getMessage()).hasSizeLessThan(200);
			}
		}
	}

	@Test
	void isValidFromItsStartToItsEndBothIncluded() {
		SigningCertificate certificate = SigningCertificate.parse(PEM);
		Instant start = Instant.parse("2024-01-01T00:00:00Z");
		Instant end = Instant.parse("2123-12-08T00:00:00Z");
		assertThat(certificate.isNotYetValid(start.minusMillis(1))).isTrue();
		assertThat(certificate.isNotYetValid(start)).isFalse();
		assertThat(certificate.isExpired(end)).isFalse();
		assertThat(certificate.isExpired(end.plusMillis(1))).isTrue();
	}

	@Test
	void toStringIdentifiesIt() {
		assertThat(SigningCertificate.parse(PEM)).hasToString(
				"SigningCertificate[subject='CN=idp.ec.example,O=Example', " + "notAfter=2123-12-08T00:00:00Z, "
						+ "sha256=56cb48513f4105adb0c71e06f906b2887d60734ed1ca0197fa56d6c27e1e53c7]");
	}

	@Test
	@SuppressWarnings("NullAway")
	void rejectsNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> SigningCertificate.parse(null));
		assertThatIllegalArgumentException().isThrownBy(() -> SigningCertificate.of(null));
	}

	private static void assertRejected(String text, String message) {
		assertThatExceptionOfType(InvalidCertificateException.class).isThrownBy(() -> SigningCertificate.parse(text))
			.withMessage(message);
	}

}
