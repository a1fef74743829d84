// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0ListsTests extends AbstractSandboxTests {

	private static void create(int count) {
		IntStream.range(0, count).forEach((i) -> auth0.create("'name': 'c" + i + "'"));
	}

	private static List<String> names(JsonNode list) {
		return Auth0Client.texts(list, "name");
	}

	@Test
	void returnsThreeShapes() {
		create(3);
		assertThat(names(auth0.get("connections").body())).containsExactly("c0", "c1", "c2");
		assertThat(names(auth0.get("connections?page=1&per_page=2").body())).containsExactly("c2");
		JsonNode totals = auth0.get("connections?page=1&per_page=2&include_totals=true").body();
		assertThat(totals)
			.hasToString("{\"start\":2,\"limit\":2,\"total\":3,\"connections\":" + totals.get("connections") + "}");
		assertThat(names(totals.get("connections"))).containsExactly("c2");
		JsonNode checkpoint = auth0.get("connections?take=2").body();
		assertThat(checkpoint.has("next")).isTrue();
		assertThat(names(checkpoint.get("connections"))).containsExactly("c0", "c1");
	}

	@Test
	void pagesByCheckpointUntilThereIsNoNext() {
		create(5);
		List<String> names = new ArrayList<>();
		String from = "";
		int pages = 0;
		do {
			JsonNode page = auth0.get("connections?take=2" + from).body();
			names.addAll(names(page.get("connections")));
			from = page.has("next") ? "&from=" + page.get("next").textValue() : null;
			pages++;
		}
		while (from != null);
		assertThat(names).containsExactly("c0", "c1", "c2", "c3", "c4");
		assertThat(pages).isEqualTo(3);
	}

	@Test
	void skipsNothingAtCheckpointWhenConnectionsGo() {
		create(4);
		sandbox.auth0().deletionTakes(0);
		JsonNode first = auth0.get("connections?take=2").body();
		first.get("connections")
			.forEach((connection) -> auth0.delete("connections/" + connection.get("id").textValue()));
		JsonNode second = auth0.get("connections?take=2&from=" + first.get("next").textValue()).body();
		assertThat(names(second.get("connections"))).containsExactly("c2", "c3");
		assertThat(second.has("next")).isFalse();
	}

	@Test
	void takesFiftyUnlessTold() {
		create(51);
		JsonNode first = auth0.get("connections?take=100").body();
		assertThat(first.get("connections")).hasSize(51);
		String next = auth0.get("connections?take=1").body().get("next").textValue();
		assertThat(auth0.get("connections?from=" + next).body().get("connections")).hasSize(50);
		assertThat(auth0.get("connections").body()).hasSize(51);
	}

	@Test
	void stopsAtThousandByOffset() {
		IntStream.range(0, 1001)
			.mapToObj((i) -> "{'name': 'c%d', 'strategy': 'samlp'}".formatted(i))
			.forEach((body) -> auth0
				.exchange(auth0.request("POST", "connections", body).header("Content-Type", "application/json")));
		JsonNode last = auth0.get("connections?page=9&per_page=100&include_totals=true").body();
		assertThat(names(last.get("connections"))).hasSize(100).endsWith("c999");
		assertThat(last.get("total").intValue()).isEqualTo(1001);
		assertThat(auth0.get("connections?page=10&per_page=100").body()).isEmpty();
	}

	@Test
	void filtersByStrategiesAndName() {
		sandbox.seed();
		assertThat(Auth0Client.texts(auth0.get("connections?strategy=samlp&strategy=adfs").body(), "strategy"))
			.containsOnly("samlp", "adfs")
			.hasSize(4);
		assertThat(names(auth0.get("connections?take=5&name=weyland-okta").body().get("connections")))
			.containsExactly("weyland-okta");
		assertThat(auth0.get("connections?strategy=auth0-adldap").body()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "take=0,take", "take=101,take", "take=x,take", "per_page=0,per_page", "per_page=101,per_page",
			"page=-1,page", "include_totals=yes,include_totals", "strategy=myspace,strategy",
			"include_fields=1&fields=id,include_fields" })
	void rejectsQuery(String query, String parameter) {
		ApiResponse response = auth0.get("connections?" + query);
		assertRejected(response, 400, "on property " + parameter);
		assertThat(response.text("/errorCode")).isEqualTo("invalid_query_string");
	}

	@ParameterizedTest
	@ValueSource(strings = { "connections", "connections-scim-configurations", "connections-directory-provisionings" })
	void rejectsForgedCursor(String path) {
		assertRejected(auth0.get(path + "?from=con_1"), 400, "Invalid pagination cursor");
		assertRejected(auth0.get(path + "?from=%20"), 400, "Invalid pagination cursor");
	}

}
