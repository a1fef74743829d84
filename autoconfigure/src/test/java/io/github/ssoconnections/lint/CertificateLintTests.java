// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.certificate.Fixtures;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class CertificateLintTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final SigningCertificate GOOD = valid(-10, 365);

	@Test
	void findsNothingInValidConnections() {
		assertThat(CertificateLint.check(List.of(GOOD, Fixtures.certificate("rsa-2048"),
				Fixtures.certificate("ed25519"), Fixtures.certificate("ed448"), Fixtures.certificate("issued")), NOW))
			.isEmpty();
		assertThat(CertificateLint.check(metadata("https://idp.example", "https://idp.example/sso", GOOD), NOW))
			.isEmpty();
		assertThat(CertificateLint.check(List.of(), NOW)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "31, ", "30, WARNING", "8, WARNING", "7, ERROR", "0, ERROR" })
	void findsCertificateThatExpiresSoon(int days, @Nullable String severity) {
		SigningCertificate certificate = valid(-10, days);
		List<Finding> findings = CertificateLint.check(List.of(certificate), NOW);
		if (severity == null) {
			assertThat(findings).isEmpty();
			return;
		}
		String left = (days > 0) ? days + " days" : "less than a day";
		assertThat(findings).containsExactly(new Finding(Severity.valueOf(severity), "certificate_expiring",
				described(certificate) + " expires in " + left + ", on " + certificate.notAfter() + ".",
				FindingCode.CERTIFICATE_EXPIRING.remedy()));
	}

	@Test
	void countsTheSecondsOfThresholds() {
		CertificateLint.Thresholds thresholds = new CertificateLint.Thresholds(Duration.ofDays(2), Duration.ofDays(1));
		Instant end = GOOD.notAfter();
		assertThat(CertificateLint.check(List.of(GOOD), end.minus(Duration.ofDays(2)).minusMillis(1), thresholds))
			.isEmpty();
		assertThat(severities(end.minus(Duration.ofDays(2)), thresholds)).containsExactly(Severity.WARNING);
		assertThat(severities(end.minus(Duration.ofDays(1)).minusMillis(1), thresholds))
			.containsExactly(Severity.WARNING);
		assertThat(severities(end.minus(Duration.ofDays(1)), thresholds)).containsExactly(Severity.ERROR);
		assertThat(CertificateLint.check(List.of(GOOD), end, thresholds)).map(Finding::code)
			.containsExactly("certificate_expiring");
		assertThat(CertificateLint.check(List.of(GOOD), end.plusMillis(1), thresholds)).map(Finding::code)
			.containsExactly("certificate_expired");
	}

	private static List<Severity> severities(Instant now, CertificateLint.Thresholds thresholds) {
		return CertificateLint.check(List.of(GOOD), now, thresholds).stream().map(Finding::severity).toList();
	}

	@Test
	void findsCertificateThatHasExpired() {
		SigningCertificate certificate = valid(-100, -1);
		assertThat(CertificateLint.check(List.of(certificate), NOW)).containsExactly(new Finding(Severity.ERROR,
				"certificate_expired", described(certificate) + " expired on " + certificate.notAfter() + ".",
				FindingCode.CERTIFICATE_EXPIRED.remedy()));
	}

	@Test
	void findsCertificateThatIsNotYetValid() {
		SigningCertificate certificate = valid(1, 100);
		assertThat(CertificateLint.check(List.of(certificate), NOW))
			.containsExactly(new Finding(Severity.ERROR, "certificate_not_yet_valid",
					described(certificate) + " is not valid before " + certificate.notBefore() + ".",
					FindingCode.CERTIFICATE_NOT_YET_VALID.remedy()));
	}

	@Test
	void warnsOnlyWhereAnotherCertificateIsValidForLonger() {
		assertThat(CertificateLint.check(List.of(valid(-100, -1), valid(1, 100), valid(-10, 3), GOOD), NOW))
			.allSatisfy((finding) -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
			.map(Finding::code)
			.containsExactly("certificate_expired", "certificate_not_yet_valid", "certificate_expiring");
		assertThat(CertificateLint.check(List.of(valid(-100, -1), valid(1, 100), valid(-10, 3)), NOW))
			.map(Finding::severity)
			.containsOnly(Severity.ERROR);
	}

	@ParameterizedTest
	@CsvSource({ "rsa-1024-sha1, RSA, 1024", "ec-224, EC, 224" })
	void findsWeakKey(String name, String algorithm, int bits) {
		SigningCertificate certificate = Fixtures.certificate(name);
		assertThat(CertificateLint.check(List.of(certificate), NOW)).contains(new Finding(Severity.WARNING, "key_weak",
				described(certificate) + " has a key of " + bits + " bits (" + algorithm + ").",
				FindingCode.KEY_WEAK.remedy()));
	}

	@Test
	void findsWeakSignatureWhichMattersLittle() {
		assertThat(CertificateLint.check(List.of(Fixtures.certificate("issued-sha1")), NOW))
			.containsExactly(new Finding(Severity.WARNING, "certificate_signature_weak",
					described(Fixtures.certificate("issued-sha1")) + " is signed with SHA1withRSA.",
					FindingCode.CERTIFICATE_SIGNATURE_WEAK.remedy()));
		assertThat(CertificateLint.check(List.of(Fixtures.certificate("rsa-1024-sha1")), NOW)).map(Finding::severity)
			.containsExactly(Severity.WARNING, Severity.INFO);
	}

	@Test
	void findsSameCertificateTwice() {
		assertThat(CertificateLint.check(List.of(GOOD, SigningCertificate.of(GOOD.der()), GOOD), NOW))
			.map(Finding::code, Finding::severity)
			.containsExactly(tuple("certificate_duplicate", Severity.WARNING),
					tuple("certificate_duplicate", Severity.WARNING));
	}

	@Test
	void findsWhatMetadataLacks() {
		SamlMetadata metadata = new SamlMetadata(null, List.of(), List.of(), List.of(), NOW, null, null);
		assertThat(CertificateLint.check(metadata, NOW)).map(Finding::code)
			.containsExactly("metadata_expired", "entity_id_missing", "sso_url_missing", "signing_certificate_missing");
		assertThat(CertificateLint.check(metadata, NOW)).allSatisfy((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.ERROR);
			assertThat(finding.message()).endsWith(".");
		});
		assertThat(CertificateLint.check(metadata, NOW.minusMillis(1))).map(Finding::code)
			.doesNotContain("metadata_expired");
	}

	@Test
	void findsSsoUrlThatIsNotHttpsOncePerUrl() {
		SamlMetadata.SsoUrl redirect = new SamlMetadata.SsoUrl(SamlMetadata.SsoUrl.HTTP_REDIRECT,
				"HTTP://idp.example/");
		SamlMetadata.SsoUrl post = new SamlMetadata.SsoUrl(SamlMetadata.SsoUrl.HTTP_POST, "HTTP://idp.example/");
		assertThat(CertificateLint
			.check(new SamlMetadata("a", List.of(redirect, post), List.of(GOOD), List.of(), null, null, null), NOW))
			.containsExactly(new Finding(Severity.ERROR, "sso_url_not_https",
					"The SSO URL 'HTTP://idp.example/' is http.", FindingCode.SSO_URL_NOT_HTTPS.remedy()));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "javascript:alert(1)", "/sso", "https:///sso", "https://idp example/", "ldaps://idp.example" })
	void findsSsoUrlThatIsNone(String location) {
		assertThat(CertificateLint.check(metadata("a", location, GOOD), NOW)).containsExactly(new Finding(
				Severity.ERROR, "sso_url_invalid", "The SSO URL '" + location + "' is not a valid URL of a web page.",
				FindingCode.SSO_URL_INVALID.remedy()));
	}

	@Test
	void findsThatNoBindingIsKnown() {
		SamlMetadata.SsoUrl soap = new SamlMetadata.SsoUrl("urn:oasis:names:tc:SAML:2.0:bindings:SOAP",
				"https://idp.example/soap");
		assertThat(CertificateLint
			.check(new SamlMetadata("a", List.of(soap), List.of(GOOD), List.of(), null, null, null), NOW))
			.map(Finding::code)
			.containsExactly("sso_binding_unknown");
	}

	@Test
	void putsTheWorstFirstAndKeepsTheOrderOtherwise() {
		SamlMetadata metadata = new SamlMetadata("a", List.of(),
				List.of(Fixtures.certificate("rsa-1024-sha1"), valid(-100, -2), GOOD, valid(-100, -1)), List.of(), null,
				null, null);
		List<Finding> findings = CertificateLint.check(metadata, NOW);
		assertThat(findings).map(Finding::severity)
			.containsExactly(Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.WARNING, Severity.INFO);
		assertThat(findings).map(Finding::code)
			.containsExactly("sso_url_missing", "key_weak", "certificate_expired", "certificate_expired",
					"certificate_signature_weak");
		assertThat(findings).isEqualTo(CertificateLint.check(metadata, NOW));
	}

	@Test
	void limitsTheLengthOfExcerpts() {
		String location = "http://idp.example/" + "a".repeat(5000) + "\u202E";
		assertThat(CertificateLint.check(metadata("a", location, GOOD), NOW))
			.allSatisfy((finding) -> assertThat(finding.message()).hasSizeLessThan(200));
	}

	@Test
	void rejectsContradictoryThresholds() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CertificateLint.Thresholds(Duration.ofDays(7), Duration.ofDays(30)))
			.withMessage("'error' must not be longer than 'warning'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CertificateLint.Thresholds(Duration.ofDays(7), Duration.ofDays(-1)));
	}

	@Test
	void codesAreWordsWithARemedy() {
		assertThat(FindingCode.values()).allSatisfy((code) -> {
			assertThat(code.code()).matches("[a-z]+(_[a-z]+)*");
			assertThat(code.meaning()).endsWith(".").doesNotContain("|");
			assertThat(code.remedy()).endsWith(".").doesNotContain("|");
			assertThat(code.finding("Found."))
				.isEqualTo(new Finding(code.severity(), code.code(), "Found.", code.remedy()));
		});
		assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::remedy)).doesNotHaveDuplicates();
	}

	private static SamlMetadata metadata(String entityId, String location, SigningCertificate certificate) {
		return new SamlMetadata(entityId, List.of(new SamlMetadata.SsoUrl(SamlMetadata.SsoUrl.HTTP_REDIRECT, location)),
				List.of(certificate), List.of(), null, null, null);
	}

	private static SigningCertificate valid(int fromDays, int toDays) {
		return SigningCertificate.parse(TestCertificates.selfSigned("idp.example", NOW.plus(Duration.ofDays(fromDays)),
				NOW.plus(Duration.ofDays(toDays))));
	}

	private static String described(SigningCertificate certificate) {
		return "The certificate '" + certificate.subject() + "' (SHA-256 " + certificate.sha256().substring(0, 16)
				+ "…)";
	}

}
