// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Of which structure the options are that have getters, and which of those that came are
 * of another one. An empty text is that of an option that is not set.
 */
final class OptionKinds {

	private static final Set<String> STRATEGIES = Set.of("ad", "adfs", "google-apps", "oidc", "okta", "pingfederate",
			"samlp", "waad");

	private static final Set<String> TEXTS = Set.of("adfs_server", "admin_access_token", "admin_access_token_expiresin",
			"admin_refresh_token", "agentIP", "agentVersion", "algorithm_profile", "app_domain", "app_id",
			"authorization_endpoint", "cert", "client_authorizequery", "client_id", "client_protocol", "client_secret",
			"destinationUrl", "digestAlgorithm", "discovery_url", "domain", "dpop_signing_alg", "entityId",
			"fedMetadataXml", "global_token_revocation_jwt_iss", "global_token_revocation_jwt_sub", "icon_url",
			"identity_api", "issuer", "jwks_uri", "key", "mapping_mode", "max_groups_to_retrieve", "metadataUrl",
			"metadataXml", "pingFederateBaseUrl", "pkce", "protocolBinding", "recipientUrl", "requestTemplate",
			"set_user_root_attributes", "should_trust_email_verified_connection", "signInEndpoint", "signOutEndpoint",
			"signatureAlgorithm", "signingCert", "tenantId", "tenant_domain", "token_endpoint",
			"token_endpoint_auth_method", "token_endpoint_auth_signing_alg", "token_endpoint_jwtca_aud_format", "type",
			"user_id_attribute", "userid_attribute", "userinfo_endpoint", "userinfo_scope", "waad_protocol");

	private static final Set<String> FLAGS = Set.of("agentMode", "allow_setting_login_scopes", "api_enable_groups",
			"api_enable_users", "basic_profile", "brute_force_protection", "certAuth", "debug", "deflate",
			"disableSignout", "disable_cache", "disable_self_service_change_password", "email", "enabled",
			"ext_agreed_terms", "ext_groups", "ext_groups_extended", "ext_is_admin", "ext_is_suspended", "granted",
			"handle_login_from_social", "id_token_session_expiry_supported", "kerberos", "map_user_id_to_id", "profile",
			"send_back_channel_nonce", "signSAMLRequest", "useCommonEndpoint", "useOauthSpecScope", "use_wsfed");

	private static final Set<String> LISTS_OF_TEXTS = Set.of("algorithm_exceptions", "certs", "domain_aliases",
			"id_token_signed_response_algs", "ips", "non_persistent_attrs", "prev_thumbprints", "thumbprints");

	/** Objects whose fields have getters, too. */
	private static final Set<String> OBJECTS = Set.of("assertion_decryption_settings", "attribute_map",
			"connection_settings", "decryptionKey", "idpinitiated", "signing_key");

	/** Objects with any fields. */
	private static final Set<String> MAPS = Set.of("attributes", "fieldsMap", "oidc_metadata", "upstream_params");

	private static final Secret EMPTY = Secret.of("");

	private OptionKinds() {
	}

	/**
	 * Return the options that are of an unexpected structure.
	 * @param connection the connection
	 * @return the options by path
	 */
	static Set<String> unexpected(Auth0Connection connection) {
		ConnectionOptions options = connection.options();
		ConnectionStrategy strategy = connection.strategy();
		if (options == null || (strategy != null && !STRATEGIES.contains(strategy.value()))) {
			return Set.of();
		}
		Set<String> unexpected = Set.of();
		for (Map.Entry<String, @Nullable Object> option : options.entrySet()) {
			unexpected = add(option.getKey(), option.getValue(), "options.", unexpected);
		}
		return unexpected;
	}

	private static Set<String> add(String name, @Nullable Object value, String path, Set<String> found) {
		if (value == null || value.equals("") || value.equals(EMPTY)) {
			return found;
		}
		Set<String> unexpected = found;
		if (OBJECTS.contains(name) && value instanceof Map<?, ?> fields) {
			for (Map.Entry<?, ?> field : fields.entrySet()) {
				unexpected = add(String.valueOf(field.getKey()), field.getValue(), path + name + '.', unexpected);
			}
		}
		else if (isUnexpected(name, value)) {
			unexpected = new TreeSet<>(unexpected);
			unexpected.add(path + name);
		}
		return unexpected;
	}

	private static boolean isUnexpected(String name, Object value) {
		if (TEXTS.contains(name)) {
			return value instanceof Map || value instanceof List;
		}
		if (FLAGS.contains(name)) {
			return !(value instanceof Boolean);
		}
		if (LISTS_OF_TEXTS.contains(name)) {
			return !isListOfTexts(value);
		}
		if (name.equals("scope")) {
			return !(value instanceof String) && !isListOfTexts(value);
		}
		return OBJECTS.contains(name) || (MAPS.contains(name) && !(value instanceof Map));
	}

	private static boolean isListOfTexts(Object value) {
		if (!(value instanceof List<?> list)) {
			return false;
		}
		for (Object item : list) {
			if (!(item instanceof String) && !(item instanceof Secret)) {
				return false;
			}
		}
		return true;
	}

}
