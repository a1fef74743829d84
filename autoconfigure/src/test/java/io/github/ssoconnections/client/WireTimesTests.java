// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever time is read can be written, and is read again.
 */
class WireTimesTests {

	private final JsonMapper mapper = WireJson.mapper();

	@ParameterizedTest
	@CsvSource({ "1700000000000, 2023-11-14T22:13:20Z", "0, 1970-01-01T00:00:00Z", "-1, 1969-12-31T23:59:59.999Z" })
	void writesMilliseconds(String json, Instant time) {
		assertThat(this.mapper.readValue(json, Instant.class)).isEqualTo(time);
		assertThat(this.mapper.writeValueAsString(time)).isEqualTo(json);
		assertThat(WireJson.masked().writeValueAsString(time)).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\"+1000000000-01-01T00:00:00Z\"", "\"-1000000000-01-01T00:00:00Z\"", "31556889864403199.5" })
	void readsNoTimeThatIsNoNumberOfMilliseconds(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.mapper.readValue(json, Instant.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "9223372036854775807", "-9223372036854775808" })
	void readsAgainWhatItHasRead(String json) {
		Instant time = this.mapper.readValue(json, Instant.class);
		assertThat(this.mapper.readValue(this.mapper.writeValueAsString(time), Instant.class)).isEqualTo(time);
	}

	@Test
	void writesWhatIsTooFarAwayAsText() {
		assertThat(this.mapper.writeValueAsString(Instant.MAX)).isEqualTo("\"+1000000000-12-31T23:59:59.999999999Z\"");
	}

}
