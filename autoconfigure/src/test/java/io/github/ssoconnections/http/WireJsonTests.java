// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WireJsonTests {

	@Test
	void readsAndWritesTimesInMilliseconds() {
		Sample sample = WireJson.mapper().readValue("{\"created_at\":1700000000123}", Sample.class);
		assertThat(sample.createdAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20.123Z"));
		assertThat(WireJson.mapper().writeValueAsString(sample))
			.isEqualTo("{\"created_at\":1700000000123,\"client_secret\":null}");
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
