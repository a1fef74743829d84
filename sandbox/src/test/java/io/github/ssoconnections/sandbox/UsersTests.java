// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsersTests extends AbstractSandboxTests {

	@Test
	void findsUserWithEnterpriseAccountAtClerk() {
		String id = client.createEnterprise("").id();
		sandbox.addUser("Jane@acme.com", id).addUser("jo@other.com");
		ApiResponse found = client.get("users?email_address=jane@acme.com");
		assertThat(found.body()).hasSize(1);
		assertThat(found.text("/0/enterprise_accounts/0/enterprise_connection_id")).isEqualTo(id);
		assertThat(client.get("users?email_address=jo@other.com").body().at("/0/enterprise_accounts")).isEmpty();
		assertThat(client.get("users?email_address=nobody@acme.com").body()).isEmpty();
		sandbox.reset();
		assertThat(client.get("users").body()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'', 'c b a'", "?email_address_query=@ACME, 'b a'", "?limit=1, c", "?limit=1&offset=1, b" })
	void listsNewestFirst(String query, String names) {
		sandbox.addUser("a@acme.com").addUser("b@acme.com").addUser("c@other.com");
		StringBuilder found = new StringBuilder();
		client.get("users" + query)
			.body()
			.forEach((user) -> found.append(user.at("/email_addresses/0/email_address").textValue(), 0, 1).append(' '));
		assertThat(found.toString().trim()).isEqualTo(names);
	}

	@Test
	void listsAfterACursor() {
		sandbox.addUser("a@acme.com").addUser("b@acme.com");
		String last = client.get("users?limit=1").text("/0/id");
		assertThat(client.get("users?starting_after=" + last).text("/0/email_addresses/0/email_address"))
			.isEqualTo("a@acme.com");
		for (String query : new String[] { "starting_after=user_none", "starting_after=" + last + "&offset=1",
				"starting_after=" + last + "&order_by=username" }) {
			assertRejected(client.get("users?" + query), 422, "form_param_value_invalid", "starting_after");
		}
	}

	@Test
	void findsUserInTheSameCaseOnlyAtAuth0() {
		String id = auth0.create("").id();
		String other = auth0.create("'name': 'other', 'strategy': 'okta'").id();
		sandbox.auth0().addUser("Jane@acme.com", id, other);
		assertThat(auth0.get("users-by-email?email=jane@acme.com").body()).isEmpty();
		ApiResponse found = auth0.get("users-by-email?email=Jane@acme.com");
		assertThat(Auth0Client.texts(found.body().at("/0/identities"), "connection")).containsExactly("acme", "other");
		assertThat(auth0.get("users-by-email?email=Jane@acme.com&fields=user_id").body().get(0)).hasSize(1);
		sandbox.auth0().deletionTakes(0);
		auth0.delete("connections/" + id);
		assertThat(Auth0Client.texts(auth0.get("users-by-email?email=Jane@acme.com").body().at("/0/identities"),
				"connection"))
			.containsExactly("other");
		auth0.delete("connections/" + other);
		assertThat(auth0.get("users-by-email?email=Jane@acme.com").body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?email=", "?email=a@b&fields=email&include_fields=x" })
	void rejectsQueryAtAuth0(String query) {
		String id = auth0.create("").id();
		sandbox.auth0().addUser("a@b", id);
		assertRejected(auth0.get("users-by-email" + query), 400, "Query validation error");
	}

}
