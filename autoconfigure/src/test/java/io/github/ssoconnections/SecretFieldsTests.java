// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.SerializationUtils;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFieldsTests {

	private static final String HIDDEN = "hidden";

	@ParameterizedTest
	@ValueSource(strings = { "client_secret", "clientSecret", "client-secret", "ClientSecret", "CLIENT_SECRET",
			"clientsecret", "app_secret", "secret", "signing_key", "decryptionKey", "admin_access_token",
			"admin_refresh_token", "twilio_token", "configuration", "password", "passphrase", "api_key", "secretKey",
			"private_key", "token", "access_token", "refresh_token", "id_token", "bearer_token", "client_assertion" })
	void masksTextByName(String name) {
		assertThat(SecretFields.isSecret(name)).isTrue();
		assertThat(SecretFields.protect(name, HIDDEN)).isEqualTo(Secret.of(HIDDEN));
		assertThat(protect(name, List.of(HIDDEN))).containsExactly(Map.entry(name, List.of(Secret.of(HIDDEN))));
		assertThat(protect("saml", Map.of("deep", List.of(Map.of(name, HIDDEN)))))
			.containsExactly(Map.entry("saml", Map.of("deep", List.of(Map.of(name, Secret.of(HIDDEN))))));
		assertThat(SecretFields.protect("saml", Map.of("deep", List.of(Map.of(name, HIDDEN)))))
			.isEqualTo(Map.of("deep", List.of(Map.of(name, Secret.of(HIDDEN)))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_secret", "signing_key", "decryptionKey", "configuration" })
	void masksEveryTextBelowObject(String name) {
		assertThat(SecretFields.isSecretObject(name)).isTrue();
		assertThat(SecretFields.protect(name, Map.of("key", HIDDEN, "bits", 2048)))
			.isEqualTo(Map.of("key", Secret.of(HIDDEN), "bits", 2048));
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_id", "token_endpoint", "token_endpoint_auth_method", "secrets_count", "cert",
			"signingCert", "domain_aliases", "passwordPolicy" })
	void leavesOtherNamesAsTheyAre(String name) {
		assertThat(SecretFields.isSecret(name)).isFalse();
		Map<String, Object> value = Map.of(name, List.of(Map.of("x", "open")));
		assertThat(SecretFields.protect(name, "open")).isEqualTo("open");
		assertThat(SecretFields.protect(name, value)).isSameAs(value);
	}

	@Test
	void leavesSettingsOfPasswordsAsTheyAre() {
		assertThat(SecretFields.isSecretObject("password")).isFalse();
		Map<String, Object> settings = Map.of("enabled", true, "signup_behavior", "allow");
		assertThat(SecretFields.protect("password", settings)).isSameAs(settings);
	}

	@Test
	void keepsNullsAndOrder() {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("z", null);
		fields.put("client_secret", null);
		fields.put("a", Arrays.asList(null, 1, true));
		assertThat(SecretFields.protect(fields)).containsExactlyEntriesOf(fields);
	}

	@Test
	void unknownFieldsAreMaskedInJsonAndBySerialization() {
		UnknownFields fields = UnknownFields.of(Map.of("oauth", Map.of("client_secret", HIDDEN)));
		assertThat(JsonMapper.shared().writeValueAsString(fields))
			.isEqualTo("{\"oauth\":{\"client_secret\":\"******\"}}");
		assertThat(new String(SerializationUtils.serialize(new LinkedHashMap<>(fields)))).doesNotContain(HIDDEN);
	}

	private static Map<String, @Nullable Object> protect(String name, Object value) {
		return SecretFields.protect(Map.of(name, value));
	}

}
