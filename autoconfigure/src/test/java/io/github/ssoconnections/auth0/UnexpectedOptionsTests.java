// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.OktaOptions;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Setters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each declared option, with each wrong JSON type.
 */
class UnexpectedOptionsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	static Stream<Arguments> options() {
		return Stream
			.of(OptionSetters.SAMLP, OptionSetters.PINGFEDERATE, OptionSetters.OIDC, OptionSetters.OKTA,
					OptionSetters.WAAD, OptionSetters.ADFS, OptionSetters.GOOGLE_APPS, OptionSetters.AD)
			.flatMap(UnexpectedOptionsTests::options)
			.distinct();
	}

	private static Stream<Arguments> options(Setters<?> setters) {
		List<Arguments> options = new ArrayList<>();
		setters.signatures()
			.forEach((signature) -> JSON.readTree("{" + setters.wire(signature) + "}")
				.properties()
				.forEach((option) -> options.add(Arguments.of(option.getKey(), option.getValue().toString()))));
		return options.stream();
	}

	@ParameterizedTest
	@MethodSource("options")
	void findsEveryOptionOfAnotherType(String name, String value) {
		assertThat(unexpected(name, value)).isEmpty();
		for (String empty : List.of("null", "\"\"")) {
			assertThat(unexpected(name, empty)).isEmpty();
		}
		for (String other : wrong(name, JSON.readTree(value))) {
			assertThat(unexpected(name, other)).as("%s: %s", name, other).containsExactly("options." + name);
		}
	}

	@Test
	void findsFieldsOfObjects() {
		assertThat(unexpected("idpinitiated", "{\"enabled\":\"yes\",\"client_id\":\"x\",\"new\":[]}"))
			.containsExactly("options.idpinitiated.enabled");
		assertThat(unexpected("new_option", "{\"enabled\":\"yes\"}")).isEmpty();
	}

	@Test
	void readsATextAsAListAndANumberAsAText() {
		ConnectionOptions options = connection("domain_aliases", "\"acme.example\"").options();
		assertThat(options.get(OktaOptions.DOMAIN_ALIASES)).containsExactly("acme.example");
		assertThat(connection("client_id", "5").options().get(OktaOptions.CLIENT_ID)).isEqualTo("5");
	}

	private static List<String> wrong(String name, JsonNode right) {
		if (name.equals("scope")) {
			return List.of("5", "true", "{\"a\":1}", "[1]", "[{}]");
		}
		return switch (right.getNodeType()) {
			case STRING -> List.of("{\"a\":1}", "[1]", "[\"x\"]", "[{}]");
			case BOOLEAN -> List.of("\"x\"", "5", "{\"a\":1}", "[]", "[true]");
			case ARRAY -> List.of("\"x\"", "5", "true", "{\"a\":1}", "[1]", "[{}]");
			default -> List.of("\"x\"", "5", "true", "[1]", "[{}]");
		};
	}

	private static Iterable<String> unexpected(String name, String value) {
		return UnexpectedOptions.of(connection(name, value));
	}

	private static Auth0Connection connection(String name, String value) {
		return WireJson.mapper()
			.readValue("{\"id\":\"con_1\",\"options\":{\"" + name + "\":" + value + "}}", Auth0Connection.class);
	}

}
