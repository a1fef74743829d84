// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiBodyTests {

	@Test
	void sendsWhatWasSetInItsOrder() {
		Body body = new Body().set("b", 1).name(null).set("a", Arrays.asList("x", null)).set("b", 2);
		assertThat(json(body)).isEqualTo("{\"b\":2,\"name\":null,\"a\":[\"x\",null]}");
		assertThat(body.fields().keySet()).containsExactly("b", "name", "a");
		assertThat(json(new Body())).isEqualTo("{}");
	}

	@Test
	void sendsSecretsInClearAndShowsThemMasked() {
		Body body = new Body().set("secret", Secret.of("hidden")).set("list", List.of(Secret.of("hidden")));
		assertThat(json(body)).isEqualTo("{\"secret\":\"hidden\",\"list\":[\"hidden\"]}");
		assertThat(WireJson.masked().writeValueAsString(body))
			.isEqualTo("{\"secret\":\"******\",\"list\":[\"******\"]}");
		assertThat(body).hasToString("Body[secret=******, list=******]");
	}

	@Test
	void showsWhatItModelsOnly() {
		Body body = new Body().name("Acme").set("unknown", "hidden").set("none", null);
		assertThat(body).hasToString("Body[name=Acme, unknown=******, none=null]");
		assertThat(new Body().set("name", "hidden").name("Acme")).hasToString("Body[name=Acme]");
		assertThat(new Body().name("Acme").set("name", "hidden")).hasToString("Body[name=******]");
		assertThat(new Body().name("x".repeat(200)).toString()).hasSizeLessThan(100).endsWith("…]");
	}

	@Test
	void handsOutItsFieldsToReadOnly() {
		Map<String, @Nullable Object> fields = new Body().name("Acme").fields();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> fields.put("a", 1));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void rejectsAFieldWithoutName(@Nullable String field) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Body().set(field, 1));
	}

	private static String json(Body body) {
		return WireJson.mapper().writeValueAsString(body);
	}

	static final class Body extends ApiBody<Body> {

		Body name(@Nullable String name) {
			return put("name", name);
		}

	}

}
