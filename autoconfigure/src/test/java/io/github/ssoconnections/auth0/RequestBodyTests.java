// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioningSettings;
import io.github.ssoconnections.auth0.directory.SynchronizedGroup;
import io.github.ssoconnections.auth0.options.ConnectionOption;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.OptionsObject;
import io.github.ssoconnections.auth0.options.WaadOptions;
import io.github.ssoconnections.auth0.scim.NewScimToken;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Setters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The bytes of every field of every body: absent, {@code null} and set; and what its
 * getter returns. {@link OperationTests} tests that these bytes are sent.
 */
class RequestBodyTests {

	static Stream<Setters<?>> bodies() {
		return BodySetters.all();
	}

	static Stream<Arguments> setters() {
		return rows(bodies());
	}

	static Stream<Arguments> nullableSetters() {
		return setters().filter((row) -> !row.get()[1].toString().contains(", "));
	}

	static Stream<Arguments> options() {
		return rows(OptionSetters.all());
	}

	private static Stream<Arguments> rows(Stream<Setters<?>> bodies) {
		return bodies.flatMap((body) -> body.signatures().stream().map((signature) -> Arguments.of(body, signature)));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void everySetterIsTested(Setters<?> body) {
		if (body.empty() instanceof OptionsObject) {
			assertThat(body.signatures().stream().filter((name) -> !isExtOfEntra(body, name)))
				.containsExactlyInAnyOrderElementsOf(OptionSetters.declared(body.type()).keySet());
			assertThat(Setters.signatures(body.type())).containsOnly("unset(String)", "unset(ConnectionOption)");
		}
		else {
			assertThat(body.signatures()).containsExactlyInAnyOrderElementsOf(Setters.signatures(body.type()));
		}
	}

	private static boolean isExtOfEntra(Setters<?> body, String name) {
		return body.type() == WaadOptions.class && name.startsWith("ext_");
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void writesNoUnsetField(Setters<?> body) {
		assertThat(json(body.empty())).isEqualTo("{}");
	}

	@ParameterizedTest
	@MethodSource("setters")
	void writesSetFieldsOnly(Setters<?> body, String setter) {
		assertThat(json(body.withValue(setter))).isEqualTo("{" + body.wire(setter) + "}");
	}

	@ParameterizedTest
	@MethodSource("nullableSetters")
	void writesNullWhenSetToNull(Setters<?> body, String setter) {
		String field = body.wire(setter).substring(0, body.wire(setter).indexOf(':'));
		assertThat(json(body.withNull(setter))).isEqualTo("{" + field + ":null}");
	}

	@ParameterizedTest
	@MethodSource("options")
	<B extends OptionsObject<B>> void readsSetAndReceivedValues(Setters<B> body, String name) {
		ConnectionOption<B, ?> option = option(body, name);
		Object set = body.withValue(name).get(option);
		assertThat(set).isNotNull();
		assertThat(body.empty().get(option)).isNull();
		assertThat(body.withNull(name).get(option)).isNull();
		ConnectionOptions came = WireJson.mapper().readValue("{" + body.wire(name) + "}", ConnectionOptions.class);
		assertThat(List.of(came.get(option), copy(body, came).get(option))).allSatisfy((read) -> {
			assertThat(json(read)).isEqualTo(json(set));
			assertThat(read).hasSameClassAs((set instanceof List || set instanceof Map) ? read : set);
		});
	}

	private static <B extends OptionsObject<B>> B copy(Setters<B> body, ConnectionOptions came) {
		B copy = body.empty();
		came.forEach(copy::set);
		return copy;
	}

	@SuppressWarnings("unchecked")
	private static <B extends OptionsObject<B>> ConnectionOption<B, ?> option(Setters<B> body, String name) {
		return (ConnectionOption<B, ?>) OptionSetters.declared(body.type())
			.getOrDefault(name, WaadOptions.ext("groups"));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void writesAnUnknownField(Setters<?> body) {
		ApiBody<?> instance = (ApiBody<?>) body.empty();
		instance.set("new_field", Arrays.asList("ü", 1, 1.5, true, null, Map.of("a", Map.of())));
		instance.set("new_secret", Secret.of("s3cret"));
		assertThat(json(instance))
			.isEqualTo("{\"new_field\":[\"ü\",1,1.5,true,null,{\"a\":{}}],\"new_secret\":\"s3cret\"}");
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void printsNeitherSecretsNorUnknownFields(Setters<?> setters) {
		ApiBody<?> body = (ApiBody<?>) setters.withAllValues();
		body.set("new_text", "secret-x").set("client_secret", "secret-y");
		assertThat(body.toString()).doesNotContain("secret-").contains("new_text=******");
		assertThat(WireJson.masked().writeValueAsString(setters.withAllValues())).doesNotContain("secret-");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "Z", "0", "a-b", "Acme-2-sso", "a1b2" })
	void acceptsAValidName(String name) {
		assertThat(new NewAuth0Connection().name(name).fields()).containsEntry("name", name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "-a", "a-", "a--b", "a b", "a_b", "é", "a\n" })
	void rejectsAnInvalidName(String name) {
		NewAuth0Connection connection = new NewAuth0Connection();
		assertThatIllegalArgumentException().isThrownBy(() -> connection.name(name)).withMessageStartingWith("'name'");
		assertThat(connection.fields()).isEmpty();
	}

	@Test
	void hasTheBoundsOfTheDocument() {
		new NewAuth0Connection().name("a".repeat(128)).displayName("é".repeat(128)).metadata(metadata(10, 255));
		new Auth0ConnectionPatch().metadata(new HashMap<>(Map.of("a", ""))).metadata(null);
		rejects("name", () -> new NewAuth0Connection().name("a".repeat(129)));
		rejects("displayName", () -> new NewAuth0Connection().displayName("a".repeat(129)));
		rejects("displayName", () -> new Auth0ConnectionPatch().displayName("a".repeat(129)));
		rejects("metadata", () -> new NewAuth0Connection().metadata(metadata(11, 1)));
		rejects("metadata", () -> new Auth0ConnectionPatch().metadata(metadata(1, 256)));
		rejects("scopes", () -> new NewScimToken().scopes(List.of()));
		rejects("tokenLifetime", () -> new NewScimToken().tokenLifetime(900L));
		rejects("mapping", () -> new DirectoryProvisioningSettings().mapping(List.of()));
		for (String id : new String[] { null, "", "a-b", "a".repeat(33) }) {
			rejects("id", () -> SynchronizedGroup.of(id));
		}
		assertThat(SynchronizedGroup.of("a".repeat(32)).id()).hasSize(32);
	}

	@Test
	void acceptsMetadataWithoutValues() {
		Map<String, String> metadata = new HashMap<>();
		metadata.put("a", null);
		assertThat(json(new Auth0ConnectionPatch().metadata(metadata))).isEqualTo("{\"metadata\":{\"a\":null}}");
	}

	private static Map<String, String> metadata(int size, int length) {
		return IntStream.range(0, size).boxed().collect(Collectors.toMap((i) -> "key" + i, (i) -> "v".repeat(length)));
	}

	private static void rejects(String name, Runnable call) {
		assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith("'" + name + "' must ");
	}

	private static String json(Object value) {
		return WireJson.mapper().writeValueAsString(value);
	}

}
