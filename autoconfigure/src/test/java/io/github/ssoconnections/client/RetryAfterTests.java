// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-16T10:00:00Z"), ZoneOffset.UTC);

	@ParameterizedTest
	@CsvSource({ "0,0", "1,1", "' 17 ',17", "007,7", "3600,3600", "1000000000000000000,999999999999999999",
			"999999999999999999,999999999999999999", "1000000000000000000000000000000,999999999999999999",
			"9223372036854775808,999999999999999999" })
	void readsSeconds(String value, long seconds) {
		assertThat(read(value)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Mon, 16 Nov 2026 10:00:30 GMT", "Monday, 16-Nov-26 10:00:30 GMT", "Mon Nov 16 10:00:30 2026" })
	void readsADateInEveryFormatOfHttp(String value) {
		assertThat(read(value)).isEqualTo(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mon, 16 Nov 2026 10:00:00 GMT", "Mon, 16 Nov 2026 09:59:59 GMT",
			"Thu, 01 Jan 1970 00:00:01 GMT" })
	void waitsNotAtAllWhenTheDateIsPast(String value) {
		assertThat(read(value)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-1", "-120", "+5", "1.5", "1e3", "soon", "17s", "0x10", "1,2", "Mon",
			"\u0661\u0662", "Mon, 99 Nov 2026 10:00:00 GMT", "2026-11-16T10:00:30Z", "NaN", "tomorrow at ten" })
	void isSilentWhenTheValueIsNone(String value) {
		assertThat(read(value)).isNull();
	}

	@Test
	void isSilentWhenThereIsNoHeader() {
		assertThat(RetryAfter.read(new HttpHeaders(), CLOCK)).isNull();
	}

	@Test
	void takesTheFirstWhenThereAreTwo() {
		HttpHeaders headers = new HttpHeaders();
		headers.add("retry-after", "3");
		headers.add("Retry-After", "9");
		assertThat(RetryAfter.read(headers, CLOCK)).hasSeconds(3);
	}

	private static Duration read(String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.add(HttpHeaders.RETRY_AFTER, value);
		return RetryAfter.read(headers, CLOCK);
	}

}
