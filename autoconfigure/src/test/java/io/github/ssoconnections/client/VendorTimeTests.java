// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class VendorTimeTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ ",10", "'Sun, 22 Nov 2026 12:00:00 GMT',10", "'Sun, 22 Nov 2026 11:59:58 GMT',10",
			"'Sun, 22 Nov 2026 12:05:00 GMT',", "'Sun, 22 Nov 2026 11:59:00 GMT',70", "nonsense,10" })
	void goesByTheVendorsClockWhereItIsAnother(@Nullable String date, @Nullable Long seconds) {
		HttpHeaders headers = new HttpHeaders();
		if (date != null) {
			headers.add(HttpHeaders.DATE, date);
		}
		assertThat(until(NOW.plusSeconds(10), headers))
			.isEqualTo((seconds != null) ? Duration.ofSeconds(seconds) : null);
	}

	@Test
	void knowsNoTimeThatIsOver() {
		assertThat(until(null, new HttpHeaders())).isNull();
		assertThat(until(NOW, new HttpHeaders())).isNull();
		assertThat(until(NOW.minusSeconds(1), new HttpHeaders())).isNull();
	}

	private static @Nullable Duration until(@Nullable Instant time, HttpHeaders headers) {
		return VendorTime.until(time, headers, Clock.fixed(NOW, ZoneOffset.UTC));
	}

}
