// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateStateTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	@Test
	void isExpiredFromTheInstantOn() {
		assertThat(CertificateState.of(NOW, NOW)).isEqualTo(CertificateState.EXPIRED);
		assertThat(CertificateState.of(NOW.minusMillis(1), NOW)).isEqualTo(CertificateState.EXPIRED);
	}

	@Test
	void expiresSoonWithinThirtyDays() {
		assertThat(CertificateState.of(NOW.plusMillis(1), NOW)).isEqualTo(CertificateState.EXPIRING);
		assertThat(CertificateState.of(NOW.plus(Duration.ofDays(30)), NOW)).isEqualTo(CertificateState.EXPIRING);
	}

	@Test
	void isOkAfterThirtyDays() {
		assertThat(CertificateState.of(NOW.plus(Duration.ofDays(30)).plusMillis(1), NOW))
			.isEqualTo(CertificateState.OK);
	}

	@Test
	void isUnknownWithoutDate() {
		assertThat(CertificateState.of(null, NOW)).isEqualTo(CertificateState.UNKNOWN);
	}

}
