// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.onboarding.RotationState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CertificateTimelineTests {

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

	@Test
	void drawsToScale() {
		CertificateTimeline timeline = CertificateTimeline
			.of(List.of(certificate(-100, -20), certificate(-100, 300), certificate(0, 20)), NOW);
		assertThat(timeline.bars()).extracting(CertificateTimeline.Bar::x, CertificateTimeline.Bar::width)
			.containsExactly(tuple(0.0, 120.0), tuple(0.0, 600.0), tuple(150.0, 30.0));
		assertThat(timeline.now()).isEqualTo(150.0);
		assertThat(timeline.bars()).extracting(CertificateTimeline.Bar::label)
			.containsExactly("Expired", "OK", "Expires soon");
		assertThat(timeline.bars()).extracting(CertificateTimeline.Bar::left)
			.containsExactly("expired", "300 days left", "20 days left");
	}

	@Test
	void drawsWhatIsUnknown() {
		CertificateTimeline timeline = CertificateTimeline.of(List.of(certificate(null, null)), NOW);
		assertThat(timeline.bars().get(0).width()).isEqualTo(2);
		assertThat(timeline.bars().get(0).label()).isEqualTo("Unknown");
		assertThat(CertificateTimeline.of(List.of(), NOW).bars()).isEmpty();
	}

	private static RotationState.Certificate certificate(@Nullable Integer from, @Nullable Integer to) {
		return RotationState.Certificate.of(new CatalogCertificate("ab".repeat(32), "CN=idp", days(from), days(to)),
				NOW);
	}

	private static @Nullable Instant days(@Nullable Integer days) {
		return (days != null) ? NOW.plus(Duration.ofDays(days)) : null;
	}

}
