// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateStatusTests {

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	@ParameterizedTest
	@CsvSource({ "P31D, VALID", "P30DT1S, VALID", "P30D, EXPIRING", "P7DT1S, EXPIRING", "P7D, CRITICAL",
			"PT1S, CRITICAL", "PT0S, EXPIRED", "PT-1S, EXPIRED" })
	void dependsOnTimeThatIsLeft(Duration left, CertificateState state) {
		Instant end = NOW.plus(left);
		assertThat(status(certificate(null, end))).isEqualTo(new CertificateStatus(state, end));
	}

	@Test
	void isAsGoodAsNextCertificate() {
		Instant end = days(700);
		assertThat(status(certificate(days(-300), days(3)), certificate(days(-1), end)))
			.isEqualTo(new CertificateStatus(CertificateState.VALID, end));
	}

	@Test
	void includesTheNextCertificateWithoutAGap() {
		assertThat(
				status(certificate(days(2), days(40)), certificate(days(-1), days(3)), certificate(days(40), days(99))))
			.isEqualTo(new CertificateStatus(CertificateState.VALID, days(99)));
	}

	@Test
	void doesNotCountOnNextCertificateAfterGap() {
		assertThat(status(certificate(days(-1), days(3)), certificate(days(4), days(700))))
			.isEqualTo(new CertificateStatus(CertificateState.CRITICAL, days(3)));
	}

	@Test
	void isNotEndedByCertificateWithin() {
		assertThat(status(certificate(days(-9), days(99)), certificate(days(-8), days(2))))
			.isEqualTo(new CertificateStatus(CertificateState.VALID, days(99)));
	}

	@Test
	void reportsWhenLastOneExpired() {
		assertThat(status(certificate(null, days(-9)), certificate(null, days(-2)), certificate(days(1), days(9))))
			.isEqualTo(new CertificateStatus(CertificateState.EXPIRED, days(-2)));
	}

	@Test
	void isNotYetValidWhenNoneEverWas() {
		assertThat(status(certificate(days(2), days(9)), certificate(days(1), days(9))))
			.isEqualTo(new CertificateStatus(CertificateState.NOT_YET_VALID, null));
	}

	@Test
	void isUnknownWhenNothingIsTold() {
		assertThat(CertificateStatus.of(null, NOW, CertificateLint.Thresholds.DEFAULT))
			.isEqualTo(new CertificateStatus(CertificateState.UNKNOWN, null));
		assertThat(status(certificate(days(-1), null)))
			.isEqualTo(new CertificateStatus(CertificateState.UNKNOWN, null));
		assertThat(status(certificate(days(-1), null), certificate(null, days(1))).state())
			.isEqualTo(CertificateState.CRITICAL);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, 31, UNKNOWN, 31", "-, 30, EXPIRING, 30", "-, 3, CRITICAL, 3", "-, -1, EXPIRED, -1",
					"-, -, UNKNOWN, -", "99, 900, VALID, 99", "3, 900, CRITICAL, 3", "99, -1, VALID, 99",
					"-2, 900, UNKNOWN, 900", "-2, 3, CRITICAL, 3", "-2, -1, EXPIRED, -2", "-2, -, UNKNOWN, -" })
	void neverReportsUnreadableCertificatesAsValid(@Nullable Integer readable, @Nullable Integer unreadable,
			CertificateState state, @Nullable Integer end) {
		List<CatalogCertificate> certificates = new ArrayList<>();
		if (readable != null) {
			certificates.add(certificate(days(-9), days(readable)));
		}
		certificates
			.add(new CatalogCertificate("ab", null, null, (unreadable != null) ? days(unreadable) : null, true));
		assertThat(status(certificates.toArray(new CatalogCertificate[0])))
			.isEqualTo(new CertificateStatus(state, (end != null) ? days(end) : null));
	}

	@Test
	void isNoneWhenThereIsNone() {
		assertThat(status()).isEqualTo(new CertificateStatus(CertificateState.NONE, null));
	}

	@Test
	void goesByThresholds() {
		List<CatalogCertificate> certificates = List.of(certificate(null, days(10)));
		assertThat(CertificateStatus.of(certificates, NOW, thresholds(9, 1)).state()).isEqualTo(CertificateState.VALID);
		assertThat(CertificateStatus.of(certificates, NOW, thresholds(10, 1)).state())
			.isEqualTo(CertificateState.EXPIRING);
		assertThat(CertificateStatus.of(certificates, NOW, thresholds(10, 10)).state())
			.isEqualTo(CertificateState.CRITICAL);
	}

	@Test
	void statesHaveWords() {
		assertThat(Stream.of(CertificateState.values())).map(CertificateState::toString)
			.containsExactly("valid", "expiring", "critical", "expired", "not-yet-valid", "none", "unknown");
	}

	private static CertificateStatus status(CatalogCertificate... certificates) {
		return CertificateStatus.of(List.of(certificates), NOW, CertificateLint.Thresholds.DEFAULT);
	}

	private static CertificateLint.Thresholds thresholds(int warning, int critical) {
		return new CertificateLint.Thresholds(Duration.ofDays(warning), Duration.ofDays(critical));
	}

	private static CatalogCertificate certificate(Instant notBefore, Instant notAfter) {
		return new CatalogCertificate(null, null, notBefore, notAfter);
	}

	private static Instant days(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

}
