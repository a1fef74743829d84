// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WireJsonTests {

	@Test
	void readsAndWritesTimesInMilliseconds() {
		Sample sample = WireJson.mapper().readValue("{\"created_at\":1700000000123}", Sample.class);
		assertThat(sample.createdAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20.123Z"));
		assertThat(WireJson.mapper().writeValueAsString(sample))
			.isEqualTo("{\"created_at\":1700000000123,\"client_secret\":null}");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			1700000000123,                  1700000000123
			-1,                             -1
			1.7e12,                         1700000000000
			1700000000000.0,                1700000000000
			"1700000000000",                1700000000000
			"2026-06-25T01:02:03.004Z",     1782349323004
			"2026-06-25T03:02:03.004+02:00", 1782349323004
			9223372036854775807,            9223372036854775807
			"",                             null
			null,                           null
			""", quoteCharacter = '\'')
	void readsTimes(String json, String millis) {
		Sample sample = WireJson.mapper().readValue("{\"created_at\":" + json + "}", Sample.class);
		assertThat(WireJson.mapper().writeValueAsString(sample)).startsWith("{\"created_at\":" + millis + ",");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1700000000.5", "\"1700000000.5\"", "1e30", "1e999999999", "9223372036854775808",
			"\"+1000000000-12-31T23:59:59Z\"", "\"+999999999-12-31T23:59:59Z\"", "\"99999999999999999999\"",
			"\"yesterday\"", "true", "[]", "[1700000000000]", "{}" })
	void rejectsTimesThatCannotBeWrittenAgain(String json) {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> WireJson.mapper().readValue("{\"created_at\":" + json + "}", Sample.class));
	}

	@Test
	void keepsNulls() {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("a", null);
		assertThat(WireJson.mapper().writeValueAsString(map)).isEqualTo("{\"a\":null}");
	}

	@Test
	void keepsDecimalsExactly() {
		Map<?, ?> map = WireJson.mapper().readValue("{\"a\":0.10,\"b\":12345678901234567890.123}", Map.class);
		assertThat(map.get("a")).isEqualTo(new BigDecimal("0.10"));
		assertThat(map.get("b")).isEqualTo(new BigDecimal("12345678901234567890.123"));
	}

	@Test
	void revealsSecretsToTheVendorOnly() {
		Sample sample = WireJson.mapper().readValue("{\"client_secret\":\"hidden\"}", Sample.class);
		assertThat(sample.clientSecret()).isEqualTo(Secret.of("hidden"));
		assertThat(WireJson.mapper().writeValueAsString(sample)).contains("\"client_secret\":\"hidden\"");
		assertThat(WireJson.masked().writeValueAsString(sample)).contains("\"client_secret\":\"******\"");
	}

	record Sample(@Nullable Instant createdAt, @Nullable Secret clientSecret) {
	}

}
