// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0KeysTests extends AbstractSandboxTests {

	private static final String OIDC = "'strategy': 'oidc', 'options': {'token_endpoint_auth_method': 'private_key_jwt'}";

	@Test
	void hasKeysWhereTheClientAuthenticatesByThem() {
		JsonNode keys = auth0.get(auth0.path(OIDC) + "/keys").body();
		assertThat(keys).hasSize(2);
		assertThat(keys.at("/0/pkcs").textValue()).startsWith("-----BEGIN PKCS7-----");
	}

	@Test
	void createsCurrentAndNextKeyOnce() {
		String keys = auth0.path("'strategy': 'oidc'") + "/keys";
		assertThat(auth0.get(keys).body()).isEmpty();
		ApiResponse created = auth0.post(keys, "{'signing_alg': 'ES256'}");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.body()).hasSize(2);
		assertThat(created.body().at("/0/current").booleanValue()).isTrue();
		assertThat(created.body().at("/1/next").booleanValue()).isTrue();
		assertThat(created.text("/0/algorithm")).isEqualTo("ES256");
		assertThat(created.text("/0/fingerprint").replace(":", "")).isEqualTo(created.text("/0/thumbprint"))
			.hasSize(40);
		assertThat(auth0.get(keys).body()).isEqualTo(created.body());
		assertRejected(auth0.post(keys, "{}"), 409, "already been created");
	}

	@Test
	void rotates() {
		String keys = auth0.path(OIDC) + "/keys";
		JsonNode before = auth0.send("POST", keys, null).body();
		JsonNode next = auth0.send("POST", keys + "/rotate", null).body();
		JsonNode after = auth0.get(keys).body();
		assertThat(Auth0Client.texts(after, "kid")).containsExactly(before.at("/1/kid").textValue(),
				next.get("kid").textValue(), before.at("/0/kid").textValue());
		assertThat(after.at("/0/current").booleanValue()).isTrue();
		assertThat(after.at("/0").has("next")).isFalse();
		assertThat(after.at("/2/previous").booleanValue()).isTrue();
		assertThat(after.at("/2").has("current")).isFalse();
		assertThat(auth0.post(keys + "/rotate", "{'signing_alg': 'RS512'}").text("/algorithm")).isEqualTo("RS512");
		assertThat(auth0.get(keys).body()).hasSize(3);
	}

	@Test
	void rejectsWhatDoesNotFit() {
		assertRejected(auth0.get(auth0.path("") + "/keys"), 400, "keys are not available");
		String oidc = auth0.path("'name': 'plain', 'strategy': 'okta'");
		assertRejected(auth0.post(oidc + "/keys/rotate", "{}"), 400, "JWT Client Authentication");
		assertRejected(auth0.post(oidc + "/keys", "{'signing_alg': 'none'}"), 400, "on property signing_alg");
		assertRejected(auth0.post(auth0.path("'name': 'saml'") + "/keys/rotate", "{}"), 400, "not supported");
	}

}
