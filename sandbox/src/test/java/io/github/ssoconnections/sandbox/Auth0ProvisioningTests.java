// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0ProvisioningTests extends AbstractSandboxTests {

	private static final String GOOGLE = "'strategy': 'google-apps', 'options': {'api_enable_users': true, 'ext_groups': true, 'api_enable_groups': true}";

	private static String provisioned() {
		String provisioning = auth0.path(GOOGLE) + "/directory-provisioning";
		assertThat(auth0.send("POST", provisioning, null).status()).isEqualTo(201);
		return provisioning;
	}

	@Test
	void createsWithDefaultsOnce() {
		String provisioning = provisioned();
		ApiResponse configuration = auth0.get(provisioning);
		assertThat(configuration.body().get("synchronize_automatically").booleanValue()).isFalse();
		assertThat(configuration.text("/synchronize_groups")).isEqualTo("off");
		assertThat(configuration.body().get("mapping"))
			.isEqualTo(auth0.get(provisioning + "/default-mapping").body().get("mapping"));
		assertRejected(auth0.post(provisioning, "{}"), 409, "already enabled");
	}

	@Test
	void updatesAndDeletes() {
		String provisioning = provisioned();
		ApiResponse updated = auth0.patch(provisioning,
				"{'synchronize_automatically': true, 'synchronize_groups': 'selected', 'mapping': [{'auth0': 'a', 'idp': 'b'}]}");
		assertThat(updated.text("/synchronize_groups")).isEqualTo("selected");
		assertThat(updated.body()).isEqualTo(auth0.get(provisioning).body());
		assertThat(auth0.delete(provisioning).status()).isEqualTo(204);
		assertRejected(auth0.get(provisioning), 404, "configuration not found");
		assertRejected(auth0.patch(provisioning, "{}"), 404, "configuration not found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'mapping': []}", "{'mapping': [{'auth0': 'a'}]}", "{'synchronize_groups': 'some'}",
			"{'x': 1}" })
	void rejectsBody(String body) {
		assertRejected(auth0.post(auth0.path(GOOGLE) + "/directory-provisioning", body), 400, "Payload validation");
		assertRejected(auth0.patch(
				auth0.path(GOOGLE.replace("'strategy'", "'name': 'b', 'strategy'")) + "/directory-provisioning", body),
				404, "");
	}

	@Test
	void isForGoogleWorkspaceOnly() {
		assertRejected(auth0.post(auth0.path("") + "/directory-provisioning", "{}"), 400, "does not support");
	}

	@ParameterizedTest
	@CsvSource({ "api_enable_users,Users API", "ext_groups,Groups extended attribute", "api_enable_groups,Groups API" })
	void needsOption(String option, String message) {
		String path = auth0.path(GOOGLE.replace("'" + option + "': true", "'" + option + "': false"));
		assertRejected(auth0.post(path + "/directory-provisioning", "{'synchronize_groups': 'all'}"), 400, message);
	}

	@Test
	void doesNotLetUsersApiBeLost() {
		String path = provisioned().replace("/directory-provisioning", "");
		assertRejected(auth0.patch(path, "{'options': {'client_id': 'x'}}"), 400, "api_enable_users");
		assertThat(auth0.patch(path, "{'options': {'api_enable_users': true}}").status()).isEqualTo(200);
	}

	@Test
	void synchronizesOneAtATimeAndThenRests() {
		String provisioning = provisioned();
		ApiResponse started = auth0.send("POST", provisioning + "/synchronizations", null);
		assertThat(started.status()).isEqualTo(201);
		assertThat(started.text("/status")).isEqualTo("pending");
		assertRejected(auth0.send("POST", provisioning + "/synchronizations", null), 409, "already been requested");
		sandbox.auth0().completeSynchronizations();
		assertThat(auth0.get(provisioning).text("/last_synchronization_status")).isEqualTo("success");
		assertRejected(auth0.send("POST", provisioning + "/synchronizations", null), 400, "last 30 minutes");
	}

	@Test
	void replacesGroups() {
		String groups = provisioned() + "/synchronized-groups";
		assertThat(auth0.send("PUT", groups, "{'groups': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}]}").status())
			.isEqualTo(204);
		JsonNode first = auth0.get(groups + "?take=2").body();
		assertThat(Auth0Client.texts(first.get("groups"), "id")).containsExactly("a", "b");
		JsonNode last = auth0.get(groups + "?take=2&from=" + first.get("next").textValue()).body();
		assertThat(Auth0Client.texts(last.get("groups"), "id")).containsExactly("c");
		assertThat(auth0.send("PUT", groups, "{'groups': []}").status()).isEqualTo(204);
		assertThat(auth0.get(groups).body().get("groups")).isEmpty();
		assertRejected(auth0.send("PUT", groups, "{'groups': [{'id': 'a_b'}]}"), 400, "groups[0].id");
	}

	@Test
	void addsGroupsAndClearsWhatIsLeftOut() {
		String groups = provisioned() + "/synchronized-groups";
		auth0.send("PUT", groups, "{'groups': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}]}");
		assertThat(auth0.send("POST", groups, "{'groups': [{'id': 'a', 'email': 'a@acme.com'}]}").status())
			.isEqualTo(204);
		assertThat(auth0.get(groups).body().get("groups").toString())
			.isEqualTo("[{\"id\":\"a\",\"email\":\"a@acme.com\"},{\"id\":\"b\",\"name\":\"B\"}]");
		assertThat(auth0.send("DELETE", groups, "{'groups': [{'id': 'a'}]}").status()).isEqualTo(204);
		assertThat(Auth0Client.texts(auth0.get(groups).body().get("groups"), "id")).containsExactly("b");
		assertRejected(auth0.send("DELETE", groups, "{'groups': [{'id': 'b', 'name': 'B'}]}"), 400, "name");
		String many = "{'groups': [" + "{'id': 'a'},".repeat(100) + "{'id': 'a'}]}";
		assertRejected(auth0.send("POST", groups, many), 400, "groups");
		assertRejected(auth0.send("DELETE", groups, many), 400, "groups");
	}

	@Test
	void listsThoseOfTheTenant() {
		provisioned();
		auth0.create("'name': 'without', 'strategy': 'google-apps'");
		JsonNode list = auth0.get("connections-directory-provisionings").body();
		assertThat(Auth0Client.texts(list.get("directory_provisionings"), "connection_name")).containsExactly("acme");
		assertThat(list.has("next")).isFalse();
	}

}
