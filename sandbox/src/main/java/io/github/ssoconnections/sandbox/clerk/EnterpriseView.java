// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A connection as the enterprise API shows it: the client secret never, and of the SAML
 * part neither attribute mapping nor user count nor metadata.
 */
final class EnterpriseView {

	private static final List<String> SAML_FIELDS = List.of("name", "idp_entity_id", "idp_sso_url", "idp_metadata_url",
			"allow_idp_initiated", "allow_subdomains", "force_authn", "login_hint");

	private static final List<String> OIDC_FIELDS = List.of("client_id", "discovery_url", "requires_pkce");

	private static final List<String> ENDPOINTS = List.of("auth_url", "token_url", "user_info_url");

	private EnterpriseView() {
	}

	static JsonNode of(Connection connection) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		view.put("object", "enterprise_connection").put("id", connection.id());
		view.put("provider", connection.provider()).putNull("logo_public_url");
		List.of("name", "active", "domains").forEach((field) -> view.set(field, connection.settings().get(field)));
		view.setAll(connection.settings());
		view.set("saml_connection", connection.isSaml() ? saml(connection) : view.nullNode());
		view.set("oauth_config", connection.isSaml() ? view.nullNode() : oauth(connection));
		return view.put("created_at", connection.createdAt()).put("updated_at", connection.updatedAt());
	}

	private static ObjectNode saml(Connection connection) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		view.put("id", connection.protocolId()).put("active", connection.isActive());
		SAML_FIELDS.forEach((field) -> view.set(field, connection.saml().get(field)));
		SamlView.addCertificates(view, connection.certificates());
		SamlView.addServiceProvider(view, connection.protocolId());
		return view;
	}

	private static ObjectNode oauth(Connection connection) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		view.put("id", connection.protocolId()).put("provider_key", connection.provider());
		view.set("name", connection.settings().get("name"));
		OIDC_FIELDS.forEach((field) -> view.set(field, connection.oidc().get(field)));
		ENDPOINTS.forEach((field) -> view.put(field, OidcSettings.endpoint(connection.oidc(), field)));
		view.putNull("logo_public_url");
		return view.put("created_at", connection.createdAt()).put("updated_at", connection.updatedAt());
	}

}
