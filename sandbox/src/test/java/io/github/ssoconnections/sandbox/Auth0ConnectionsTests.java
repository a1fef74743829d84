// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0ConnectionsTests extends AbstractSandboxTests {

	private static final String OPTIONS = "{'signInEndpoint': 'https://idp.example/sso', 'vendor_option': {'b': 1.50, 'a': null}}";

	@Test
	void createsWithDefaults() {
		ApiResponse created = auth0.create("");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.id()).matches("con_[A-Za-z0-9]{16}");
		assertThat(created.text("/display_name")).isEqualTo("acme");
		assertThat(created.body().get("realms")).hasToString("[\"acme\"]");
		assertThat(created.body().get("options")).hasToString(
				"{\"assertion_decryption_settings\":{\"algorithm_profile\":\"v2026-1\",\"algorithm_exceptions\":[]}}");
		assertThat(created.body().at("/authentication/active").booleanValue()).isTrue();
		assertThat(created.body().at("/connected_accounts/active").booleanValue()).isFalse();
		assertThat(auth0.get("connections/" + created.id()).body()).isEqualTo(created.body());
	}

	@Test
	void createsWithEveryField() {
		ApiResponse created = auth0
			.create("'display_name': 'Acme Inc', 'realms': ['acme.example'], 'show_as_button': true, "
					+ "'is_domain_connection': true, 'metadata': {'tier': 'gold', 'none': null}, 'options': " + OPTIONS
					+ ", 'authentication': {'active': false}, 'connected_accounts': {'active': true, 'cross_app_access': true}, "
					+ "'cross_app_access_requesting_app': {'active': true}, 'enabled_clients': ['shop']");
		assertThat(created.text("/display_name")).isEqualTo("Acme Inc");
		assertThat(created.body().get("metadata")).hasToString("{\"tier\":\"gold\"}");
		assertThat(created.body().at("/connected_accounts/cross_app_access").booleanValue()).isTrue();
		assertThat(auth0.get("connections/" + created.id() + "/clients").body().get("clients")).isEmpty();
	}

	@Test
	void keepsOptionsToTheDigit() {
		String options = "{'b': 1.50, 'a': null, 'c': 0.12345678901234567890123, 'd': [1, {'e': 'f'}]}";
		ApiResponse created = auth0.post("connections",
				"{'name': 'acme', 'strategy': 'ad', 'options': " + options + "}");
		assertThat(auth0.get("connections/" + created.id()).response().body())
			.contains("\"options\":" + options.replace('\'', '"').replace(" ", ""));
	}

	@Test
	void replacesAllOptions() {
		String path = auth0.path("'display_name': 'Acme Inc', 'options': " + OPTIONS);
		ApiResponse updated = auth0.patch(path, "{'display_name': 'Acme Inc', 'options': {'debug': true}}");
		assertThat(updated.body().get("options")).hasToString("{\"debug\":true}");
		assertThat(auth0.patch(path, "{'show_as_button': true}").body().get("options")).hasToString("{\"debug\":true}");
		assertThat(auth0.patch(path, "{'options': null}").body().get("options")).isEmpty();
	}

	@Test
	void resetsDisplayNameThatIsNotSent() {
		String path = auth0.path("'display_name': 'Acme Inc'");
		assertThat(auth0.patch(path, "{'show_as_button': true}").text("/display_name")).isEqualTo("acme");
		assertThat(auth0.patch(path, "{'display_name': 'Acme'}").text("/display_name")).isEqualTo("Acme");
	}

	@Test
	void leavesOtherFieldsThatAreNotSent() {
		String path = auth0.path("'realms': ['acme.example'], 'metadata': {'tier': 'gold'}");
		ApiResponse updated = auth0.patch(path, "{'authentication': {'active': false}}");
		assertThat(updated.body().get("realms")).hasToString("[\"acme.example\"]");
		assertThat(updated.text("/metadata/tier")).isEqualTo("gold");
		assertThat(auth0.patch(path, "{'realms': []}").body().get("realms")).hasToString("[\"acme\"]");
	}

	@ParameterizedTest
	@CsvSource({ "name,acme", "strategy,samlp" })
	void rejectsChangeOfWhatIsImmutable(String field, String value) {
		ApiResponse response = auth0.patch(auth0.path(""), "{'" + field + "': '" + value + "'}");
		assertRejected(response, 400, "Additional properties not allowed: " + field);
		assertThat(response.text("/errorCode")).isEqualTo("invalid_body");
	}

	@Test
	void rejectsEmptyChange() {
		assertRejected(auth0.patch(auth0.path(""), "{}"), 400, "Too few properties");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-acme", "acme-", "ac--me", "ac me", "acmé", "ac_me" })
	void rejectsName(String name) {
		assertRejected(auth0.create("'name': '" + name + "'"), 400, "on property name");
	}

	@Test
	void limitsName() {
		assertThat(auth0.create("'name': '" + "a".repeat(128) + "'").status()).isEqualTo(201);
		assertRejected(auth0.create("'name': '" + "a".repeat(129) + "'"), 400, "128 characters");
	}

	@Test
	void rejectsNameAndRealmThatAreTaken() {
		auth0.create("'realms': ['acme.example']");
		assertConflict(auth0.create(""), "same name already exists");
		assertConflict(auth0.create("'name': 'other', 'realms': ['new.example', 'acme.example']"), "some realms");
		String other = auth0.path("'name': 'other'");
		assertConflict(auth0.patch(other, "{'realms': ['acme.example']}"), "some realms");
		assertThat(auth0.get(other).body().get("realms")).hasToString("[\"other\"]");
	}

	@Test
	void deletesWhileRequestsGoOn() {
		sandbox.auth0().deletionTakes(4);
		String path = auth0.path("");
		assertThat(auth0.delete(path).status()).isEqualTo(202);
		assertThat(auth0.delete(path).status()).isEqualTo(202);
		assertConflict(auth0.create(""), "is being deleted");
		assertThat(auth0.create("'name': 'other'").status()).isEqualTo(201);
		assertThat(auth0.get(path).status()).isEqualTo(200);
		assertThat(auth0.get("connections").body()).hasSize(2);
		assertThat(auth0.get("connections").body()).hasSize(1);
		assertRejected(auth0.get(path), 404, "does not exist");
		assertThat(auth0.delete(path).status()).isEqualTo(204);
		assertThat(auth0.create("").status()).isEqualTo(201);
	}

	@Test
	void endsDeletionAtSecondDelete() {
		String path = auth0.path("");
		assertThat(auth0.delete(path).status()).isEqualTo(202);
		assertThat(auth0.delete(path).status()).isEqualTo(202);
		assertThat(auth0.delete(path).status()).isEqualTo(204);
	}

	@Test
	void deletesAsynchronouslyUnlessTold() {
		assertThat(auth0.delete(auth0.path("")).status()).isEqualTo(202);
		assertConflict(auth0.create(""), "is being deleted");
		String path = auth0.path("");
		sandbox.auth0().deletionTakes(0);
		assertThat(auth0.delete(path).status()).isEqualTo(204);
		assertThat(auth0.create("").status()).isEqualTo(201);
	}

	@Test
	void deletesWhatIsNotThere() {
		assertThat(auth0.delete("connections/con_none").status()).isEqualTo(204);
	}

	@ParameterizedTest
	@CsvSource({ "GET,", "PATCH,", "GET,/status", "GET,/clients", "GET,/keys", "GET,/scim-configuration",
			"GET,/scim-configuration/tokens", "GET,/directory-provisioning", "DELETE,/directory-provisioning" })
	void returnsNotFound(String method, String resource) {
		ApiResponse response = auth0.send(method, "connections/con_none" + ((resource != null) ? resource : ""),
				method.equals("PATCH") ? "{}" : null);
		assertRejected(response, 404, "The connection does not exist");
		assertThat(response.text("/errorCode")).isEqualTo("inexistent_connection");
		assertThat(response.text("/error")).isEqualTo("Not Found");
		assertThat(response.body().get("statusCode").intValue()).isEqualTo(404);
	}

	@Test
	void returnsFieldsThatAreAskedFor() {
		String path = auth0.path("'options': " + OPTIONS);
		assertThat(auth0.get(path + "?fields=name,strategy").body().fieldNames()).toIterable()
			.containsExactlyInAnyOrder("name", "strategy", "id", "is_domain_connection", "authentication",
					"connected_accounts");
		JsonNode without = auth0.get(path + "?fields=options,realms&include_fields=false").body();
		assertThat(without.has("options")).isFalse();
		assertThat(without.has("realms")).isFalse();
		assertThat(without.has("name")).isTrue();
		assertThat(auth0.get("connections?fields=id").body().get(0)).hasSize(1);
	}

	@Test
	void reportsStatusOfAgent() {
		String path = auth0.path("'strategy': 'ad'");
		assertRejected(auth0.get(path + "/status"), 404, "not connected to any node");
		sandbox.auth0().agent(path.substring("connections/".length()), true);
		assertThat(auth0.get(path + "/status").status()).isEqualTo(200);
	}

	@Test
	void deletesUsersOfDatabasesOnly() {
		String database = auth0.path("'name': 'users', 'strategy': 'auth0'");
		assertThat(auth0.delete(database + "/users?email=a%40acme.example").status()).isEqualTo(204);
		assertRejected(auth0.delete(database + "/users"), 400, "email");
		assertRejected(auth0.delete(auth0.path("") + "/users?email=a%40acme.example"), 400,
				"must be a database connection");
	}

	@Test
	void ignoresUnknownQueryParameters() {
		auth0.create("");
		assertThat(auth0.get("connections?unknown=1").body()).hasSize(1);
	}

	private static void assertConflict(ApiResponse response, String message) {
		assertRejected(response, 409, message);
		assertThat(response.text("/errorCode")).isEqualTo("connection_conflict");
	}

}
