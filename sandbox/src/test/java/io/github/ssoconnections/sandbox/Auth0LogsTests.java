// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0LogsTests extends AbstractSandboxTests {

	@BeforeEach
	void fail() {
		String id = auth0.create("").id();
		sandbox.auth0().signInFailed(id, "f", "one", "a@acme.com").signInFailed(id, "fp", "two", "b@acme.com");
	}

	@ParameterizedTest
	@CsvSource({ "'', 2 1", "?sort=date:1, 1 2", "?per_page=1, 2", "?page=1&per_page=1, 1", "?q=type:fp, 2",
			"?q=connection:%22acme%22%20AND%20(type:f%20OR%20type:x), 1", "?q=connection_id:other, ''" })
	void searches(String query, String found) {
		String text = String.join(" ", Auth0Client.texts(auth0.get("logs" + query).body(), "description"));
		assertThat(text).isEqualTo(found.replace("1", "one").replace("2", "two"));
	}

	@Test
	void selectsFieldsAndListsFromCheckpoint() {
		assertThat(auth0.get("logs?fields=date,type&include_fields=true").body().get(0)).hasSize(2);
		assertThat(auth0.get("logs?fields=type&include_fields=false").body().get(0).has("type")).isFalse();
		assertThat(auth0.get("logs?include_totals=true").text("/length")).isEqualTo("2");
		String first = auth0.get("logs?sort=date:1").text("/0/log_id");
		assertThat(Auth0Client.texts(auth0.get("logs?take=1&from=" + first).body(), "description"))
			.containsExactly("two");
	}

	@ParameterizedTest
	@ValueSource(strings = { "per_page=101", "q=type", "q=NOT%20type:f" })
	void rejects(String query) {
		assertRejected(auth0.get("logs?" + query), 400, "Query validation error");
	}

}
