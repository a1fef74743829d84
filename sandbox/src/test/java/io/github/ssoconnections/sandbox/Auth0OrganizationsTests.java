// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0OrganizationsTests extends AbstractSandboxTests {

	private static String organization() {
		return "organizations/" + auth0.post("organizations", "{'name': 'acme', 'display_name': 'Acme'}").id();
	}

	@Test
	void createsOncePerName() {
		String path = organization();
		assertThat(auth0.get(path).body()).isEqualTo(auth0.get("organizations/name/acme").body());
		assertThat(auth0.get(path).text("/display_name")).isEqualTo("Acme");
		assertRejected(auth0.post("organizations", "{'name': 'acme'}"), 409, "already exists");
		assertRejected(auth0.get("organizations/name/other"), 404, "does not exist");
		assertRejected(auth0.get("organizations/org_none"), 404, "does not exist");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'name': 'Acme'}", "{'name': '_a'}", "{'name': 'a', 'display_name': ''}",
			"{'name': 'a', 'x': 1}", "{'name': 'a', 'branding': {'colors': {'primary': '#000'}}}" })
	void rejects(String body) {
		assertRejected(auth0.post("organizations", body), 400, "");
	}

	@Test
	void listsByCheckpointAndByOffset() {
		auth0.post("organizations", "{'name': 'a'}");
		auth0.post("organizations", "{'name': 'b'}");
		ApiResponse first = auth0.get("organizations?take=1");
		assertThat(Auth0Client.texts(first.body().get("organizations"), "name")).containsExactly("a");
		ApiResponse second = auth0.get("organizations?take=1&from=" + first.text("/next"));
		assertThat(Auth0Client.texts(second.body().get("organizations"), "name")).containsExactly("b");
		assertThat(second.body().has("next")).isFalse();
		assertThat(Auth0Client.texts(auth0.get("organizations?page=1&per_page=1").body(), "name")).containsExactly("b");
		assertThat(auth0.get("organizations?include_totals=true").body().get("total").intValue()).isEqualTo(2);
	}

	@Test
	void enablesUpdatesAndRemovesConnection() {
		String connections = organization() + "/enabled_connections";
		String id = auth0.create("").id();
		ApiResponse added = auth0.post(connections, "{'connection_id': '" + id + "'}");
		assertThat(added.status()).isEqualTo(201);
		assertThat(added.body().get("assign_membership_on_login").booleanValue()).isFalse();
		assertThat(added.text("/connection/strategy")).isEqualTo("samlp");
		assertRejected(auth0.post(connections, "{'connection_id': '" + id + "'}"), 409, "already enabled");
		ApiResponse updated = auth0.patch(connections + "/" + id, "{'assign_membership_on_login': true}");
		assertThat(updated.body().get("assign_membership_on_login").booleanValue()).isTrue();
		assertThat(auth0.get(connections + "/" + id).body()).isEqualTo(updated.body());
		assertThat(auth0.get(connections).body()).containsExactly(updated.body());
		assertThat(auth0.delete(connections + "/" + id).status()).isEqualTo(204);
		assertThat(auth0.get(connections).body()).isEmpty();
		assertRejected(auth0.get(connections + "/" + id), 404, "not enabled");
	}

	@Test
	void hasDisabledConnectionsInEarlyAccessOnly() {
		String organization = organization();
		String id = auth0.create("").id();
		ApiResponse added = auth0.post(organization + "/connections", "{'connection_id': '" + id
				+ "', 'is_enabled': false, 'organization_connection_name': 'Okta', 'organization_access_level': 'readonly'}");
		assertThat(added.status()).isEqualTo(201);
		assertThat(auth0.get(organization + "/enabled_connections").body()).isEmpty();
		assertRejected(auth0.get(organization + "/enabled_connections/" + id), 404, "not enabled");
		assertThat(auth0.get(organization + "/connections").body()).containsExactly(added.body());
		assertThat(auth0.get(organization + "/connections?is_enabled=true").body()).isEmpty();
		ApiResponse enabled = auth0.patch(organization + "/connections/" + id,
				"{'is_enabled': null, 'organization_connection_name': null}");
		assertThat(enabled.body().get("is_enabled").booleanValue()).isTrue();
		assertThat(enabled.body().has("organization_connection_name")).isFalse();
		assertThat(auth0.get(organization + "/connections/" + id).body()).isEqualTo(enabled.body());
		assertThat(auth0.get(organization + "/connections?include_totals=true").body().get("connections"))
			.containsExactly(enabled.body());
		assertThat(auth0.get(organization + "/enabled_connections").body()).singleElement()
			.satisfies((connection) -> assertThat(connection.has("organization_access_level")).isFalse());
		assertThat(auth0.delete(organization + "/connections/" + id).status()).isEqualTo(204);
		assertRejected(auth0.get(organization + "/connections/" + id), 404, "does not have");
		assertRejected(auth0.post(organization + "/connections",
				"{'connection_id': '" + id + "', 'organization_access_level': 'all'}"), 400, "");
	}

	@Test
	void forgetsDeletedConnection() {
		String connections = organization() + "/enabled_connections";
		String id = auth0.create("").id();
		auth0.post(connections, "{'connection_id': '" + id + "'}");
		sandbox.auth0().deletionTakes(0);
		auth0.delete("connections/" + id);
		assertThat(auth0.get(connections).body()).isEmpty();
	}

	@Test
	void rejectsSignupForEnterpriseConnectionAndUnknownConnection() {
		String connections = organization() + "/enabled_connections";
		String id = auth0.create("").id();
		assertRejected(auth0.post(connections, "{'connection_id': '" + id + "', 'is_signup_enabled': true}"), 400,
				"is_signup_enabled");
		assertRejected(auth0.post(connections, "{'connection_id': 'con_none'}"), 404, "does not exist");
	}

}
