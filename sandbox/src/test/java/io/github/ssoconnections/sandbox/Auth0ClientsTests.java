// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0ClientsTests extends AbstractSandboxTests {

	private static String changes(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> "{'client_id': 'c%03d', 'status': true}".formatted(i))
			.collect(Collectors.joining(",", "[", "]"));
	}

	private static List<String> clients(String path) {
		return Auth0Client.texts(auth0.get(path + "/clients?take=1000").body().get("clients"), "client_id");
	}

	@Test
	void changesWhatIsNamedOnly() {
		String path = auth0.path("");
		assertThat(auth0.patch(path + "/clients", changes(3)).status()).isEqualTo(204);
		assertThat(auth0
			.patch(path + "/clients",
					"[{'client_id': 'c001', 'status': false}, {'client_id': 'new', 'status': true}, "
							+ "{'client_id': 'none', 'status': false}]")
			.status()).isEqualTo(204);
		assertThat(clients(path)).containsExactly("c000", "c002", "new");
	}

	@Test
	void takesFiftyChangesAtMost() {
		String path = auth0.path("");
		assertThat(auth0.patch(path + "/clients", changes(50)).status()).isEqualTo(204);
		assertRejected(auth0.patch(path + "/clients", changes(51)), 400, "1 to 50");
		assertThat(clients(path)).hasSize(50);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{}", "null", "'c'", "['c']", "[{'client_id': 'c'}]", "[{'status': true}]",
			"[{'client_id': 'c', 'status': 'true'}]", "[{'client_id': 'c', 'status': true, 'x': 1}]" })
	void rejectsChanges(String body) {
		String path = auth0.path("");
		ApiResponse response = auth0.patch(path + "/clients", body);
		assertRejected(response, 400, "");
		assertThat(response.text("/errorCode")).isEqualTo("invalid_body");
		assertThat(clients(path)).isEmpty();
	}

	@Test
	void stopsInTheMiddleAtClientThatDoesNotExist() {
		String path = auth0.path("");
		sandbox.auth0().clients("c000", "c001", "c003");
		assertRejected(auth0.patch(path + "/clients", changes(4)), 404, "The client does not exist");
		assertThat(clients(path)).containsExactly("c000", "c001");
	}

	@Test
	void pages() {
		String path = auth0.path("");
		auth0.patch(path + "/clients", changes(50));
		auth0.patch(path + "/clients", "[{'client_id': 'z', 'status': true}]");
		JsonNode first = auth0.get(path + "/clients").body();
		assertThat(first.get("clients")).hasSize(50);
		JsonNode second = auth0.get(path + "/clients?from=" + first.get("next").textValue()).body();
		assertThat(Auth0Client.texts(second.get("clients"), "client_id")).containsExactly("z");
		assertThat(second.has("next")).isFalse();
		assertRejected(auth0.get(path + "/clients?take=1001"), 400, "on property take");
	}

	@Test
	void readsHowClientsUseOrganizations() {
		sandbox.auth0().clients("a", "b").organizationUsage("a", "allow").organizationPrompt("b", "email");
		assertThat(auth0.get("clients/a").text("/organization_usage")).isEqualTo("allow");
		JsonNode prompting = auth0.get("clients/b").body();
		assertThat(prompting.get("organization_usage").textValue()).isEqualTo("require");
		assertThat(prompting.get("organization_require_behavior").textValue()).isEqualTo("pre_login_prompt");
		assertThat(prompting.get("organization_discovery_methods").get(0).textValue()).isEqualTo("email");
		assertRejected(auth0.get("clients/c"), 404, "does not exist");
		assertThat(auth0.get("clients/a?fields=client_id,name&include_fields=true").body()).hasSize(2);
	}

	@Test
	void listsClientsByCheckpointAndByOffset() {
		sandbox.auth0().clients("a", "b");
		ApiResponse first = auth0.get("clients?take=1");
		assertThat(Auth0Client.texts(first.body().get("clients"), "client_id")).containsExactly("a");
		ApiResponse second = auth0.get("clients?take=1&from=" + first.text("/next"));
		assertThat(Auth0Client.texts(second.body().get("clients"), "client_id")).containsExactly("b");
		assertThat(Auth0Client.texts(auth0.get("clients?page=1&per_page=1").body(), "client_id")).containsExactly("b");
		assertThat(auth0.get("clients?include_totals=true").body().get("total").intValue()).isEqualTo(2);
	}

}
