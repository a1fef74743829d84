// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.Auth0Connection;
import org.jspecify.annotations.Nullable;

/**
 * Fields of connections at Auth0 that Clerk does not have, with what that means.
 */
final class UnmappedFields {

	private static final Map<String, String> REASONS = new LinkedHashMap<>();
	static {
		put("Auth0 has derived it: there is nothing to move.", "cert", "certs", "expires", "subject", "thumbprints",
				"prev_thumbprints", "oidc_metadata", "schema_version", "app_domain", "waad_common_endpoint",
				"bindingMethod");
		put("The domains were given.", "domain_aliases", "tenant_domain");
		put("Clerk redeems a code, with the secret.", "type");
		put("Clerk signs no requests.", "signatureAlgorithm", "digestAlgorithm", "signing_key", "signSAMLRequest");
		put("Clerk decrypts no assertions.", "decryptionKey", "assertion_decryption_settings");
		put("Clerk has no single sign-out: signing out ends no session at the IdP.", "signOutEndpoint",
				"disableSignout");
		put("It is the entity ID of Auth0, and not that of the IdP. Clerk has its own.", "entityId");
		put("It is an address of Auth0. Clerk has its own.", "recipientUrl", "destinationUrl");
		put("Clerk sends its own requests, by redirect.", "protocolBinding", "requestTemplate", "deflate");
		put("Clerk requests its own scopes: check that the IdP grants openid, profile and email.", "scope",
				"useOauthSpecScope");
		put("Clerk reads it from the discovery document.", "issuer", "jwks_uri");
		put("Clerk maps claims itself: check that the IdP sends email.", "attribute_map");
		put("Clerk sends no other parameters to the IdP.", "upstream_params");
		put("Clerk shows its own logo.", "icon_url");
		put("Clerk stores all attributes that are mapped.", "non_persistent_attrs");
		put("Clerk has no revocation of tokens by the IdP.", "global_token_revocation_jwt_iss",
				"global_token_revocation_jwt_sub");
		put("Clerk reads no groups and profiles from the IdP's API.", "api_enable_users", "api_enable_groups",
				"ext_groups", "ext_profile", "basic_profile", "max_groups_to_retrieve");
	}

	private static final String OTHER = "Clerk has no such setting.";

	private UnmappedFields() {
	}

	private static void put(String reason, String... names) {
		Stream.of(names).forEach((name) -> REASONS.put(name, reason));
	}

	static String reason(String option) {
		return REASONS.getOrDefault(option, OTHER);
	}

	static Map<String, String> ofConnection(Auth0Connection source) {
		Map<String, String> fields = new LinkedHashMap<>();
		if (!List.of(source.name()).equals(source.realms())) {
			add(fields, "realms", source.realms(), "Clerk has no realms.");
		}
		add(fields, "enabled_clients", source.enabledClients(), "Clerk has no clients of a connection.");
		add(fields, "metadata", source.metadata(), "Clerk has no metadata of a connection.");
		add(fields, "show_as_button", source.showAsButton(), "Clerk shows no button: the e-mail address decides.");
		add(fields, "is_domain_connection", source.isDomainConnection(), "Clerk has no such setting.");
		if (source.connectedAccounts() != null && !Boolean.FALSE.equals(source.connectedAccounts().active())) {
			add(fields, "connected_accounts", source.connectedAccounts(), "Clerk has no such setting.");
		}
		add(fields, "cross_app_access_requesting_app", source.crossAppAccessRequestingApp(),
				"Clerk has no such setting.");
		add(fields, "cross_app_access_resource_app", source.crossAppAccessResourceApp(), "Clerk has no such setting.");
		source.unknownFields().forEach((name, value) -> add(fields, name, value, "This version does not know it."));
		fields.put("users", "No user is moved. Clerk creates users at their first sign-in, with new ids.");
		return fields;
	}

	private static void add(Map<String, String> fields, String name, @Nullable Object value, String reason) {
		if (Draft.isPresent(value) && !Boolean.FALSE.equals(value)) {
			fields.put(name, reason);
		}
	}

}
