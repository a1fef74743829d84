// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.sandbox.idp.MetadataDocuments;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the OIDC part of a connection. Endpoints that are not set come from the
 * discovery document, which the sandbox makes up.
 */
final class OidcSettings {

	private static final List<String> TEXTS = List.of("client_id", "client_secret", "discovery_url", "auth_url",
			"token_url", "user_info_url");

	private static final Map<String, String> DISCOVERED = Map.of("auth_url", "/oauth2/authorize", "token_url",
			"/oauth2/token", "user_info_url", "/oauth2/userinfo");

	private OidcSettings() {
	}

	static void defaults(ObjectNode oidc) {
		TEXTS.forEach(oidc::putNull);
		oidc.put("requires_pkce", false);
	}

	static void write(Connection connection, ObjectNode body) {
		ObjectNode oidc = connection.oidc();
		TEXTS.stream().filter(body::has).forEach((text) -> oidc.set(text, body.get(text)));
		if (body.has("requires_pkce")) {
			oidc.put("requires_pkce", body.get("requires_pkce").asBoolean(false));
		}
		if (body.hasNonNull("discovery_url")) {
			requireDiscovery(connection.provider(), body.get("discovery_url").textValue());
		}
		if (connection.isActive() && Connection.has(oidc, "client_id") && !Connection.has(oidc, "client_secret")
				&& !oidc.path("requires_pkce").booleanValue()) {
			throw ClerkException.unprocessable("form_public_client_requires_pkce",
					"A public client, one without a client_secret, must require PKCE.", "oidc.requires_pkce");
		}
	}

	private static void requireDiscovery(String provider, String url) {
		if (provider.equals("oidc_github_enterprise")) {
			throw ClerkException.unprocessable("custom_oauth_provider_cannot_use_discovery_url",
					"This provider cannot use a discovery URL.", "oidc.discovery_url");
		}
		URI uri = MetadataDocuments.parse(url);
		if (uri == null || MetadataDocuments.isUnreachable(uri)) {
			throw ClerkException.unprocessable("custom_oauth_provider_discovery_server_retrieval_error",
					"The discovery document could not be fetched.", "oidc.discovery_url");
		}
	}

	/**
	 * Return an endpoint: as set, or else as the discovery document says.
	 * @param oidc the OIDC settings
	 * @param field the endpoint's field
	 * @return the URL, or {@code null}
	 */
	static @Nullable String endpoint(JsonNode oidc, String field) {
		URI discovery = MetadataDocuments.parse(oidc.path("discovery_url").asText(""));
		if (Connection.has(oidc, field) || discovery == null) {
			return oidc.path(field).textValue();
		}
		return discovery.getScheme() + "://" + discovery.getAuthority() + DISCOVERED.get(field);
	}

}
