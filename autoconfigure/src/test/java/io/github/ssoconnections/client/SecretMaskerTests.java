// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SecretMaskerTests {

	private static final Secret KEY = Secret.of("sk_test_key");

	@Test
	void masksTheKeyInEveryText() {
		ApiError error = new ApiError("sk_test_key", "a sk_test_key b", "sk_test_keysk_test_key", "p.sk_test_key",
				UnknownFields.of(Map.of("k", List.of(Map.of("x", "sk_test_key"), "sk_test_key", 1))));
		ApiVendor.Failure scrubbed = scrub(null, error, "trace sk_test_key");
		assertThat(scrubbed.traceId()).isEqualTo("trace ******");
		assertThat(scrubbed.errors()).containsExactly(new ApiError("******", "a ****** b", "************", "p.******",
				UnknownFields.of(Map.of("k", List.of(Map.of("x", "******"), "******", 1)))));
	}

	@Test
	void masksSecretsWhereverTheBodyHoldsThem() {
		Body body = new Body().set("a", Secret.of("one"))
			.set("b", List.of("open", Secret.of("two")))
			.set("c", Map.of("x", Map.of("y", Secret.of("three"))))
			.set("d", new Body().set("e", List.of(new Body().set("f", Secret.of("four")))));
		ApiError error = new ApiError("one", "two three", "four open", null, UnknownFields.none());
		assertThat(scrub(body, error, null).errors())
			.containsExactly(new ApiError("******", "****** ******", "****** open", null, UnknownFields.none()));
	}

	@Test
	void masksWhatWasSetUnderTheNameOfASecret() {
		Body body = new Body().set("client_secret", "one")
			.set("oidc", Map.of("clientSecret", "two", "client_id", "open"))
			.set("keys", List.of(Map.of("private_key", "three")));
		ApiError error = new ApiError("one", "two three", "open", null, UnknownFields.of(Map.of("value", "one")));
		assertThat(scrub(body, error, null).errors()).containsExactly(
				new ApiError("******", "****** ******", "open", null, UnknownFields.of(Map.of("value", "******"))));
		assertThat(JsonMapper.shared().writeValueAsString(body)).doesNotContain("one", "two", "three").contains("open");
		assertThat(WireJson.mapper().writeValueAsString(body)).contains("\"one\"", "\"two\"", "\"three\"");
	}

	@Test
	void leavesTheRestAsItIs() {
		ApiError error = new ApiError(null, "", "open", "p", UnknownFields.of(Map.of("n", 1, "b", true)));
		ApiVendor.Failure failure = scrub(new Body().set("a", "open").set("n", null).set("s", Secret.of("")), error,
				"t");
		assertThat(failure.errors()).containsExactly(error);
		assertThat(failure.traceId()).isEqualTo("t");
	}

	private static ApiVendor.Failure scrub(@Nullable Body body, ApiError error, @Nullable String traceId) {
		return SecretMasker.of(KEY, SecretMasker.secretsOf(body)).mask(new ApiVendor.Failure(List.of(error), traceId));
	}

	static final class Body extends ApiBody<Body> {

	}

}
