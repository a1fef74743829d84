// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.SerializationUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretTests {

	@Test
	void givesItsTextOnlyWhenAsked() {
		Secret secret = Secret.of("hidden");
		assertThat(secret.value()).isEqualTo("hidden");
		assertThat(secret).hasToString("******");
		assertThat("" + List.of(secret) + String.format("%s", secret)).doesNotContain("hidden");
	}

	@Test
	void isMaskedByAnyMapper() {
		assertThat(JsonMapper.shared().writeValueAsString(List.of(Secret.of("hidden")))).isEqualTo("[\"******\"]");
		assertThat(JsonMapper.shared().readValue("\"hidden\"", Secret.class).value()).isEqualTo("hidden");
	}

	@Test
	void isMaskedByJavaSerialization() {
		byte[] bytes = SerializationUtils.serialize(Secret.of("hidden"));
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("hidden");
		assertThat(SerializationUtils.clone(Secret.of("hidden")).value()).isEqualTo(Secret.MASK);
	}

	@Test
	void equalsByText() {
		assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
		assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a").isNotEqualTo(null);
	}

	@Test
	void takesNullOnlyWhereItSaysSo() {
		assertThat(Secret.ofNullable(null)).isNull();
		assertThat(Secret.ofNullable("")).isEqualTo(Secret.of(""));
		assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(null));
	}

}
