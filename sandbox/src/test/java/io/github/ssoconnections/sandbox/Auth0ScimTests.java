// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0ScimTests extends AbstractSandboxTests {

	private static String configured() {
		String scim = auth0.path("'strategy': 'okta'") + "/scim-configuration";
		assertThat(auth0.send("POST", scim, null).status()).isEqualTo(201);
		return scim;
	}

	@Test
	void createsWithDefaultsOnce() {
		String scim = configured();
		ApiResponse configuration = auth0.get(scim);
		assertThat(configuration.text("/connection_name")).isEqualTo("acme");
		assertThat(configuration.text("/strategy")).isEqualTo("okta");
		assertThat(configuration.body().get("mapping"))
			.isEqualTo(auth0.get(scim + "/default-mapping").body().get("mapping"));
		assertRejected(auth0.post(scim, "{}"), 400, "already exists");
	}

	@Test
	void updatesAndDeletes() {
		String scim = configured();
		auth0.post(scim + "/tokens", "{}");
		ApiResponse updated = auth0.patch(scim,
				"{'user_id_attribute': 'id', 'mapping': [{'auth0': 'name', 'scim': 'displayName', 'x': 1}]}");
		assertThat(updated.text("/user_id_attribute")).isEqualTo("id");
		assertThat(updated.body().get("mapping")).hasSize(1);
		assertThat(updated.body()).isEqualTo(auth0.get(scim).body());
		assertRejected(auth0.patch(scim, "{'user_id_attribute': 'id'}"), 400, "Missing required property: mapping");
		assertThat(auth0.delete(scim).status()).isEqualTo(204);
		assertRejected(auth0.get(scim), 404, "Not Found");
		assertThat(auth0.send("POST", scim, null).status()).isEqualTo(201);
		assertThat(auth0.get(scim + "/tokens").body()).isEmpty();
	}

	@Test
	void showsTokenOnce() {
		String tokens = configured() + "/tokens";
		ApiResponse created = auth0.post(tokens, "{'scopes': ['get:users'], 'token_lifetime': 901}");
		assertThat(created.text("/token")).isNotBlank();
		assertThat(created.body().has("valid_until")).isTrue();
		JsonNode listed = auth0.get(tokens).body();
		assertThat(listed).hasSize(1);
		assertThat(listed.get(0).has("token")).isFalse();
		assertThat(listed.at("/0/token_id")).isEqualTo(created.body().get("token_id"));
		assertThat(listed.at("/0/scopes")).hasToString("[\"get:users\"]");
	}

	@Test
	void holdsTwoTokens() {
		String tokens = configured() + "/tokens";
		String first = auth0.send("POST", tokens, null).text("/token_id");
		auth0.post(tokens, "null");
		assertRejected(auth0.post(tokens, "{}"), 409, "Maximum of 2 tokens");
		assertThat(auth0.delete(tokens + "/" + first).status()).isEqualTo(204);
		assertRejected(auth0.delete(tokens + "/" + first), 404, "Not Found");
		assertThat(auth0.post(tokens, "{'token_lifetime': null}").body().has("valid_until")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'token_lifetime': 900}", "{'token_lifetime': '1000'}", "{'scopes': []}",
			"{'scopes': [1]}", "{'x': 1}", "[]" })
	void rejectsToken(String body) {
		assertRejected(auth0.post(configured() + "/tokens", body), 400, "");
	}

	@Test
	void needsConfigurationForTokens() {
		assertRejected(auth0.post(auth0.path("") + "/scim-configuration/tokens", "{}"), 404, "Not Found");
	}

	@Test
	void doesNotGoWithCommonEndpoint() {
		String common = auth0.path("'strategy': 'waad', 'options': {'use_common_endpoint': true}");
		assertRejected(auth0.post(common + "/scim-configuration", "{}"), 400, "common endpoint is used");
		String own = auth0.path("'name': 'own', 'strategy': 'waad'");
		auth0.post(own + "/scim-configuration", "{}");
		assertRejected(auth0.patch(own, "{'options': {'use_common_endpoint': true}}"), 400, "when SCIM is enabled");
	}

	@Test
	void listsThoseOfTheTenant() {
		configured();
		auth0.create("'name': 'without'");
		auth0.post(auth0.path("'name': 'other'") + "/scim-configuration", "{'user_id_attribute': 'id'}");
		JsonNode first = auth0.get("connections-scim-configurations?take=1").body();
		assertThat(Auth0Client.texts(first.get("scim_configurations"), "connection_name")).containsExactly("acme");
		JsonNode last = auth0.get("connections-scim-configurations?from=" + first.get("next").textValue()).body();
		assertThat(Auth0Client.texts(last.get("scim_configurations"), "connection_name")).containsExactly("other");
		assertThat(last.has("next")).isFalse();
	}

}
