// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OidcConnectionsTests extends AbstractSandboxTests {

	private static final String ENDPOINTS = "'auth_url': 'https://op.example/a', 'token_url': 'https://op.example/t'";

	@Test
	void neverReturnsClientSecret() {
		ApiResponse created = create(
				"'client_id': 'id', 'client_secret': 'hush', 'discovery_url': 'https://op.example/d'");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.body().get("saml_connection").isNull()).isTrue();
		assertThat(created.text("/oauth_config/client_id")).isEqualTo("id");
		assertThat(created.text("/oauth_config/provider_key")).isEqualTo("oidc_custom");
		assertThat(client.get(ENTERPRISE).body().toString()).doesNotContain("hush").doesNotContain("client_secret");
	}

	@Test
	void resolvesEndpointsByDiscovery() {
		ApiResponse created = create("'discovery_url': 'https://op.example/d', 'token_url': 'https://own.example/t'");
		assertThat(created.text("/oauth_config/auth_url")).startsWith("https://op.example/");
		assertThat(created.text("/oauth_config/user_info_url")).startsWith("https://op.example/");
		assertThat(created.text("/oauth_config/token_url")).isEqualTo("https://own.example/t");
	}

	@Test
	void resolvesEndpointsAnewWhenDiscoveryUrlChanges() {
		ApiResponse created = create("'discovery_url': 'https://old.example/d'");
		ApiResponse updated = client.patch(ENTERPRISE + "/" + created.id(),
				"{'oidc': {'discovery_url': 'https://new.example/d'}}");
		assertThat(updated.text("/oauth_config/auth_url")).startsWith("https://new.example/");
		ApiResponse cleared = client.patch(ENTERPRISE + "/" + created.id(), "{'oidc': {'discovery_url': null}}");
		assertThat(cleared.body().at("/oauth_config/auth_url").isNull()).isTrue();
	}

	@Test
	void rejectsDiscoveryForGithubEnterprise() {
		assertRejected(
				client.createEnterprise(
						"'provider': 'oidc_github_enterprise', 'oidc': {'discovery_url': 'https://op.example/d'}"),
				422, "custom_oauth_provider_cannot_use_discovery_url", "oidc.discovery_url");
	}

	@Test
	void failsToDiscover() {
		assertRejected(create("'discovery_url': 'https://op.invalid/d'"), 422,
				"custom_oauth_provider_discovery_server_retrieval_error", "oidc.discovery_url");
		assertRejected(create("'discovery_url': 'nonsense'"), 422,
				"custom_oauth_provider_discovery_server_retrieval_error", "oidc.discovery_url");
	}

	@Test
	void needsClientIdAndEndpointsToActivate() {
		assertRejected(activate(create(ENDPOINTS)), 422, "form_conditional_param_missing", "oidc.client_id");
		assertRejected(activate(create("'client_id': 'id', 'requires_pkce': true")), 422,
				"form_conditional_param_missing", "oidc.discovery_url");
		assertThat(activate(create("'client_id': 'id', 'client_secret': 's', " + ENDPOINTS)).status()).isEqualTo(200);
	}

	@Test
	void requiresPkceOfPublicClient() {
		assertRejected(activate(create("'client_id': 'id', " + ENDPOINTS)), 422, "form_public_client_requires_pkce",
				"oidc.requires_pkce");
		ApiResponse created = create("'client_id': 'id', 'requires_pkce': true, " + ENDPOINTS);
		assertThat(activate(created).body().at("/oauth_config/requires_pkce").booleanValue()).isTrue();
		assertRejected(client.patch(ENTERPRISE + "/" + created.id(), "{'oidc': {'requires_pkce': null}}"), 422,
				"form_public_client_requires_pkce", "oidc.requires_pkce");
	}

	@Test
	void doesNotApplyOtherProtocol() {
		ApiResponse oidc = client.createEnterprise("'provider': 'oidc_gitlab', 'saml': {'idp_metadata': '<broken'}");
		assertThat(oidc.status()).isEqualTo(201);
		ApiResponse saml = client.createEnterprise("'oidc': {'discovery_url': 'https://op.invalid/d'}");
		assertThat(saml.status()).isEqualTo(201);
		assertThat(saml.body().get("oauth_config").isNull()).isTrue();
	}

	private static ApiResponse create(String oidc) {
		return client.createEnterprise("'provider': 'oidc_custom', 'oidc': {" + oidc + "}");
	}

	private static ApiResponse activate(ApiResponse connection) {
		return client.patch(ENTERPRISE + "/" + connection.id(), "{'active': true}");
	}

}
