// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections with fields of an unexpected structure: how they are read and sent back.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnexpectedFieldTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private final Auth0ConnectionService service = Auth0.connections(wire);

	@ParameterizedTest
	@ValueSource(strings = { "\"is_domain_connection\":\"no\"", "\"realms\":\"b\"", "\"authentication\":true",
			"\"options\":\"\"", "\"options\":[]", "\"metadata\":{\"a\":{}}", "\"strategy\":{}" })
	void readsTheRestOfTheList(String field) {
		wire.respondsWith(200,
				"{\"connections\":[{\"id\":\"con_1\",\"name\":\"acme\",\"strategy\":\"samlp\",\"options\":{}},"
						+ "{\"id\":\"con_2\",\"name\":\"beta\"," + field + "},{\"id\":3,\"name\":\"gamma\"}]}");
		List<Auth0Connection> all = Auth0.result(this.service.listAll().collectList());
		assertThat(all).extracting(Auth0Connection::id).containsExactly("con_1", "con_2");
		assertThat(all.get(1).name()).isEqualTo("beta");
		String name = field.substring(1, field.indexOf('"', 1));
		if (name.equals("realms")) {
			assertThat(all.get(1).realms()).containsExactly("b");
		}
		else {
			assertThat(all.get(1).unknownFields()).containsOnlyKeys(name);
		}
		assertThat(Auth0.result(this.service.list(new Auth0ConnectionQuery())).skipped()).isOne();
		assertThat(Auth0.result(Auth0ConnectionCatalog.create(this.service).listAll().collectList()))
			.extracting(CatalogEntry::id)
			.containsExactly("con_1", "con_2");
	}

	@Test
	void keepsTheRawValueAndItsSecrets() {
		wire.respondsWith(200,
				"{\"id\":\"con_1\",\"is_domain_connection\":\"no\",\"options\":[{\"client_secret\":\"s3cret\"}]}");
		Auth0Connection connection = Auth0.result(this.service.get("con_1"));
		assertThat(connection.isDomainConnection()).isNull();
		assertThat(connection.options()).isNull();
		assertThat(connection.unknownFields()).containsEntry("is_domain_connection", "no");
		assertThat(String.valueOf(connection.unknownFields().get("options"))).contains("client_secret")
			.doesNotContain("s3cret");
	}

	@Test
	void readsATextAsAListOfDomains(CapturedOutput output) {
		wire.respondsWith(200,
				"{\"connections\":[{\"id\":\"con_1\",\"options\":{\"domain_aliases\":\"acme.example\"}}]}");
		assertThat(Auth0.result(Auth0ConnectionCatalog.create(this.service).listAll().next()).domains())
			.containsExactly("acme.example");
		assertThat(output).contains("con_1: options.domain_aliases").doesNotContain("acme.example");
	}

	@Test
	void warnsOfNoValidOption(CapturedOutput output) {
		wire.respondsWith(200,
				"{\"connections\":[{\"id\":\"con_1\",\"options\":{\"domain_aliases\":[\"acme.example\"],"
						+ "\"tenant_domain\":\"acme.example\",\"signingCert\":\"\",\"cert\":null,\"new\":{}}},"
						+ "{\"id\":\"con_2\",\"options\":{\"domain_aliases\":\"\"}}]}");
		Auth0.result(Auth0ConnectionCatalog.create(this.service).listAll().next());
		assertThat(output).doesNotContain("WARN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"con_2\",\"name\":{\"a\":1}}", "{\"id\":\"con_2\"}",
			"{\"id\":7,\"name\":\"acme\"}", "[]", "{\"id\":[],\"name\":\"acme\"}" })
	void createsNothingWhenTheExistenceIsUnknown(String odd) {
		wire.respondsWith(200, "{\"connections\":[" + odd + "]}");
		Auth0ConnectionCreation creation = Auth0ConnectionCreation.create(this.service, Duration.ofMillis(10),
				Duration.ofMillis(10).plusMinutes(5));
		malformed(creation.createOrFind(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP)),
				odd.contains("con_2") ? "con_2" : "element 1");
	}

	@Test
	void sendsBackUnreadableOptions() {
		String options = "{\"domain_aliases\":{\"a\":1},\"signInEndpoint\":[5,null],\"debug\":\"x\",\"idpinitiated\":1.50,"
				+ "\"cert\":null}";
		wire.respondsWith(200, "{\"id\":\"con_1\",\"options\":" + options + "}");
		Auth0.result(this.service.mergeOptions("con_1",
				new SamlpOptions().set(SamlpOptions.SIGN_OUT_ENDPOINT, "https://out")));
		assertThat(wire.requests().get(1).getBodyAsString()).isEqualTo("{\"options\":" + options.replaceFirst("}$", "")
			.replace("\"cert\":null", "\"cert\":null,\"signOutEndpoint\":\"https://out\"}}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"options\":\"\"", "\"options\":[]", "\"options\":{},\"display_name\":{\"a\":1}",
			"\"options\":{},\"display_name\":5" })
	void changesNothingWhenDataWouldBeLost(String fields) {
		wire.respondsWith(200, "{\"id\":\"con_1\"," + fields + "}");
		malformed(this.service.mergeOptions("con_1", new SamlpOptions().set(SamlpOptions.DEBUG, true)),
				"connection con_1 has");
		if (fields.contains("display_name")) {
			malformed(this.service.update("con_1", new Auth0ConnectionPatch().showAsButton(true)), "'display_name'");
			malformed(this.service.replaceOptions("con_1", new SamlpOptions().set(SamlpOptions.DEBUG, true)),
					"'display_name'");
		}
	}

	@Test
	void readsConnectionsWithoutUnrequestedFields() {
		wire.respondsWith(200, "[{\"id\":\"con_1\",\"name\":\"acme\"},{\"id\":\"con_2\",\"name\":\"beta\"}]");
		assertThat(Auth0.result(this.service.listAll(new Auth0ConnectionQuery().fields("name")).collectList()))
			.extracting(Auth0Connection::name)
			.containsExactly("acme", "beta");
	}

	@Test
	void readsAnyOptionsObject() {
		wire.respondsWith(200,
				"{\"id\":\"con_1\",\"options\":{\"a\":[null,{}]},\"metadata\":{\"k\":\"v\",\"odd\":[]}}");
		Auth0Connection connection = Auth0.result(this.service.get("con_1"));
		assertThat(connection.options()).containsOnlyKeys("a");
		assertThat(connection.metadata()).isEqualTo(Map.of("k", "v"));
		assertThat(connection.unknownFields()).isEqualTo(Map.of("metadata", Map.of("k", "v", "odd", List.of())));
	}

	private static void malformed(Mono<?> call, String text) {
		StepVerifier.create(call)
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
						.hasMessageContaining("not sent")
						.hasMessageContaining(text))
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).allMatch((request) -> request.getMethod().getName().equals("GET"));
	}

}
