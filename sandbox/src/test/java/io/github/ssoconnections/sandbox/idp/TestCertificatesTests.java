// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.idp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;

import javax.security.auth.x500.X500Principal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TestCertificatesTests {

	private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

	@ParameterizedTest
	@CsvSource({ "1999-12-31T23:59:59Z,2049-12-31T23:59:59Z", "2026-01-02T03:04:05Z,2050-01-01T00:00:00Z",
			"2050-06-01T00:00:00Z,2199-01-01T00:00:00Z" })
	void carriesDates(Instant notBefore, Instant notAfter) throws GeneralSecurityException {
		X509Certificate certificate = read(TestCertificates.selfSigned("IdP", notBefore, notAfter));
		assertThat(certificate.getNotBefore().toInstant()).isEqualTo(notBefore);
		assertThat(certificate.getNotAfter().toInstant()).isEqualTo(notAfter);
	}

	@Test
	void signsItself() throws GeneralSecurityException {
		X509Certificate certificate = read(TestCertificates.selfSigned("IdP", START, START.plusSeconds(60)));
		certificate.verify(certificate.getPublicKey());
		assertThat(certificate.getVersion()).isEqualTo(3);
		assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
		assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
		assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
	}

	@ParameterizedTest
	@ValueSource(strings = { "IdP of Acme", "Zoë, \"the\" IdP + 1", "日本" })
	void carriesCommonName(String name) throws GeneralSecurityException {
		X509Certificate certificate = read(TestCertificates.selfSigned(name, START, START.plusSeconds(60)));
		assertThat(certificate.getSubjectX500Principal())
			.isEqualTo(new X500Principal("CN=\"" + name.replace("\"", "\\\"") + "\""));
	}

	@Test
	void carriesLongCommonName() throws GeneralSecurityException {
		String name = "x".repeat(60_000);
		X509Certificate certificate = read(TestCertificates.selfSigned(name, START, START.plusSeconds(60)));
		assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + name);
	}

	@Test
	void differsEachTime() {
		assertThat(TestCertificates.selfSigned("IdP", START, START.plusSeconds(60)))
			.isNotEqualTo(TestCertificates.selfSigned("IdP", START, START.plusSeconds(60)));
	}

	@Test
	void writesPem() {
		String pem = TestCertificates.selfSigned("IdP", START, START.plusSeconds(60));
		assertThat(pem.lines()).allMatch((line) -> line.length() <= 64)
			.startsWith("-----BEGIN CERTIFICATE-----")
			.endsWith("-----END CERTIFICATE-----");
		assertThat(TestCertificates.withoutArmour(pem)).matches("[A-Za-z0-9+/]+=*");
	}

	private static X509Certificate read(String pem) throws GeneralSecurityException {
		return (X509Certificate) CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
	}

}
