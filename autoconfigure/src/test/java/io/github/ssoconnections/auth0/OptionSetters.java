// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.options.AdOptions;
import io.github.ssoconnections.auth0.options.AdfsOptions;
import io.github.ssoconnections.auth0.options.AssertionDecryptionSettings;
import io.github.ssoconnections.auth0.options.AttributeMap;
import io.github.ssoconnections.auth0.options.ConnectionOption;
import io.github.ssoconnections.auth0.options.ConnectionSettings;
import io.github.ssoconnections.auth0.options.GoogleAppsOptions;
import io.github.ssoconnections.auth0.options.IdpInitiated;
import io.github.ssoconnections.auth0.options.KeyPair;
import io.github.ssoconnections.auth0.options.OidcIdpOptions;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.options.OktaOptions;
import io.github.ssoconnections.auth0.options.OptionsObject;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.PingFederateOptions;
import io.github.ssoconnections.auth0.options.SamlIdpOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.auth0.options.WaadOptions;
import io.github.ssoconnections.testing.Setters;

/**
 * Every declared option, by its name at Auth0, and the JSON that it sends.
 */
final class OptionSetters {

	static final Setters<SamlpOptions> SAMLP = Setters.of(SamlpOptions::new, (setters) -> {
		saml(setters);
		option(setters, SamlpOptions.METADATA_URL, "metadataUrl ü", "\"metadataUrl\":\"metadataUrl ü\"");
		option(setters, SamlpOptions.METADATA_XML, "metadataXml ü", "\"metadataXml\":\"metadataXml ü\"");
		option(setters, SamlpOptions.DISCOVERY_URL, "discovery_url ü", "\"discovery_url\":\"discovery_url ü\"");
		option(setters, SamlpOptions.OIDC_METADATA, Map.of("issuer", "ü"), "\"oidc_metadata\":{\"issuer\":\"ü\"}");
		option(setters, SamlpOptions.SIGN_OUT_ENDPOINT, "signOutEndpoint ü",
				"\"signOutEndpoint\":\"signOutEndpoint ü\"");
		option(setters, SamlpOptions.DISABLE_SIGNOUT, true, "\"disableSignout\":true");
		option(setters, SamlpOptions.FIELDS_MAP, Map.of("fieldsMap", List.of()), "\"fieldsMap\":{\"fieldsMap\":[]}");
		option(setters, SamlpOptions.USER_ID_ATTRIBUTE, "user_id_attribute ü",
				"\"user_id_attribute\":\"user_id_attribute ü\"");
		option(setters, SamlpOptions.REQUEST_TEMPLATE, "requestTemplate ü",
				"\"requestTemplate\":\"requestTemplate ü\"");
		option(setters, SamlpOptions.DEFLATE, true, "\"deflate\":true");
		option(setters, SamlpOptions.DESTINATION_URL, "destinationUrl ü", "\"destinationUrl\":\"destinationUrl ü\"");
		option(setters, SamlpOptions.RECIPIENT_URL, "recipientUrl ü", "\"recipientUrl\":\"recipientUrl ü\"");
		option(setters, SamlpOptions.SIGNING_KEY, new KeyPair().set(KeyPair.CERT, "PEM"),
				"\"signing_key\":{\"cert\":\"PEM\"}");
		option(setters, SamlpOptions.GLOBAL_TOKEN_REVOCATION_JWT_ISS, "global_token_revocation_jwt_iss ü",
				"\"global_token_revocation_jwt_iss\":\"global_token_revocation_jwt_iss ü\"");
		option(setters, SamlpOptions.GLOBAL_TOKEN_REVOCATION_JWT_SUB, "global_token_revocation_jwt_sub ü",
				"\"global_token_revocation_jwt_sub\":\"global_token_revocation_jwt_sub ü\"");
		option(setters, SamlpOptions.DEBUG, true, "\"debug\":true");
	});

	static final Setters<PingFederateOptions> PINGFEDERATE = Setters.of(PingFederateOptions::new, (setters) -> {
		saml(setters);
		option(setters, PingFederateOptions.PING_FEDERATE_BASE_URL, "pingFederateBaseUrl ü",
				"\"pingFederateBaseUrl\":\"pingFederateBaseUrl ü\"");
	});

	static final Setters<OidcOptions> OIDC = Setters.of(OidcOptions::new, (setters) -> {
		oidc(setters);
		option(setters, OidcOptions.DISCOVERY_URL, "discovery_url ü", "\"discovery_url\":\"discovery_url ü\"");
	});

	static final Setters<OktaOptions> OKTA = Setters.of(OktaOptions::new, (setters) -> {
		oidc(setters);
		option(setters, OktaOptions.DOMAIN, "domain ü", "\"domain\":\"domain ü\"");
	});

	static final Setters<WaadOptions> WAAD = Setters.of(WaadOptions::new, (setters) -> {
		common(setters);
		option(setters, WaadOptions.CLIENT_ID, "client_id ü", "\"client_id\":\"client_id ü\"");
		option(setters, WaadOptions.CLIENT_SECRET, Secret.of("secret-1"), "\"client_secret\":\"secret-1\"");
		option(setters, WaadOptions.TENANT_ID, "tenantId ü", "\"tenantId\":\"tenantId ü\"");
		option(setters, WaadOptions.APP_ID, "app_id ü", "\"app_id\":\"app_id ü\"");
		option(setters, WaadOptions.APP_DOMAIN, "app_domain ü", "\"app_domain\":\"app_domain ü\"");
		option(setters, WaadOptions.WAAD_PROTOCOL, "waad_protocol ü", "\"waad_protocol\":\"waad_protocol ü\"");
		option(setters, WaadOptions.USE_WSFED, false, "\"use_wsfed\":false");
		option(setters, WaadOptions.IDENTITY_API, "identity_api ü", "\"identity_api\":\"identity_api ü\"");
		option(setters, WaadOptions.USE_COMMON_ENDPOINT, false, "\"useCommonEndpoint\":false");
		option(setters, WaadOptions.USERID_ATTRIBUTE, "userid_attribute ü",
				"\"userid_attribute\":\"userid_attribute ü\"");
		option(setters, WaadOptions.SHOULD_TRUST_EMAIL_VERIFIED_CONNECTION, "should_trust_email_verified_connection ü",
				"\"should_trust_email_verified_connection\":\"should_trust_email_verified_connection ü\"");
		option(setters, WaadOptions.SCOPE, List.of("scope", "b"), "\"scope\":[\"scope\",\"b\"]");
		option(setters, WaadOptions.FEDERATED_CONNECTIONS_ACCESS_TOKENS, Map.of("active", true),
				"\"federated_connections_access_tokens\":{\"active\":true}");
		option(setters, WaadOptions.CERT_ROLLOVER_NOTIFICATION, "cert_rollover_notification ü",
				"\"cert_rollover_notification\":\"cert_rollover_notification ü\"");
		option(setters, WaadOptions.THUMBPRINTS, List.of("thumbprints", "b"),
				"\"thumbprints\":[\"thumbprints\",\"b\"]");
		option(setters, WaadOptions.MAX_GROUPS_TO_RETRIEVE, "max_groups_to_retrieve ü",
				"\"max_groups_to_retrieve\":\"max_groups_to_retrieve ü\"");
		option(setters, WaadOptions.API_ENABLE_USERS, false, "\"api_enable_users\":false");
		option(setters, WaadOptions.BASIC_PROFILE, true, "\"basic_profile\":true");
		option(setters, WaadOptions.GRANTED, false, "\"granted\":false");
		option(setters, WaadOptions.ext("groups"), true, "\"ext_groups\":true");
	});

	static final Setters<AdfsOptions> ADFS = Setters.of(AdfsOptions::new, (setters) -> {
		common(setters);
		option(setters, AdfsOptions.ADFS_SERVER, "adfs_server ü", "\"adfs_server\":\"adfs_server ü\"");
		option(setters, AdfsOptions.FED_METADATA_XML, "fedMetadataXml ü", "\"fedMetadataXml\":\"fedMetadataXml ü\"");
		option(setters, AdfsOptions.SIGN_IN_ENDPOINT, "signInEndpoint ü", "\"signInEndpoint\":\"signInEndpoint ü\"");
		option(setters, AdfsOptions.ENTITY_ID, "entityId ü", "\"entityId\":\"entityId ü\"");
		option(setters, AdfsOptions.THUMBPRINTS, List.of("thumbprints", "b"),
				"\"thumbprints\":[\"thumbprints\",\"b\"]");
		option(setters, AdfsOptions.PREV_THUMBPRINTS, List.of("prev_thumbprints", "b"),
				"\"prev_thumbprints\":[\"prev_thumbprints\",\"b\"]");
		option(setters, AdfsOptions.USER_ID_ATTRIBUTE, "user_id_attribute ü",
				"\"user_id_attribute\":\"user_id_attribute ü\"");
		option(setters, AdfsOptions.SHOULD_TRUST_EMAIL_VERIFIED_CONNECTION, "should_trust_email_verified_connection ü",
				"\"should_trust_email_verified_connection\":\"should_trust_email_verified_connection ü\"");
	});

	static final Setters<GoogleAppsOptions> GOOGLE_APPS = Setters.of(GoogleAppsOptions::new, (setters) -> {
		common(setters);
		option(setters, GoogleAppsOptions.CLIENT_ID, "client_id ü", "\"client_id\":\"client_id ü\"");
		option(setters, GoogleAppsOptions.CLIENT_SECRET, Secret.of("secret-1"), "\"client_secret\":\"secret-1\"");
		option(setters, GoogleAppsOptions.DOMAIN, "domain ü", "\"domain\":\"domain ü\"");
		option(setters, GoogleAppsOptions.SCOPE, List.of("scope", "b"), "\"scope\":[\"scope\",\"b\"]");
		option(setters, GoogleAppsOptions.EMAIL, false, "\"email\":false");
		option(setters, GoogleAppsOptions.PROFILE, true, "\"profile\":true");
		option(setters, GoogleAppsOptions.MAP_USER_ID_TO_ID, false, "\"map_user_id_to_id\":false");
		option(setters, GoogleAppsOptions.HANDLE_LOGIN_FROM_SOCIAL, true, "\"handle_login_from_social\":true");
		option(setters, GoogleAppsOptions.ALLOW_SETTING_LOGIN_SCOPES, false, "\"allow_setting_login_scopes\":false");
		option(setters, GoogleAppsOptions.API_ENABLE_USERS, true, "\"api_enable_users\":true");
		option(setters, GoogleAppsOptions.API_ENABLE_GROUPS, false, "\"api_enable_groups\":false");
		option(setters, GoogleAppsOptions.EXT_GROUPS, true, "\"ext_groups\":true");
		option(setters, GoogleAppsOptions.EXT_GROUPS_EXTENDED, false, "\"ext_groups_extended\":false");
		option(setters, GoogleAppsOptions.EXT_IS_ADMIN, true, "\"ext_is_admin\":true");
		option(setters, GoogleAppsOptions.EXT_IS_SUSPENDED, false, "\"ext_is_suspended\":false");
		option(setters, GoogleAppsOptions.EXT_AGREED_TERMS, true, "\"ext_agreed_terms\":true");
		option(setters, GoogleAppsOptions.ADMIN_ACCESS_TOKEN, Secret.of("secret-16"),
				"\"admin_access_token\":\"secret-16\"");
		option(setters, GoogleAppsOptions.ADMIN_REFRESH_TOKEN, Secret.of("secret-17"),
				"\"admin_refresh_token\":\"secret-17\"");
		option(setters, GoogleAppsOptions.ADMIN_ACCESS_TOKEN_EXPIRES_IN, "admin_access_token_expiresin ü",
				"\"admin_access_token_expiresin\":\"admin_access_token_expiresin ü\"");
	});

	static final Setters<AdOptions> AD = Setters.of(AdOptions::new, (setters) -> {
		common(setters);
		option(setters, AdOptions.CERTS, List.of("certs", "b"), "\"certs\":[\"certs\",\"b\"]");
		option(setters, AdOptions.THUMBPRINTS, List.of("thumbprints", "b"), "\"thumbprints\":[\"thumbprints\",\"b\"]");
		option(setters, AdOptions.IPS, List.of("ips", "b"), "\"ips\":[\"ips\",\"b\"]");
		option(setters, AdOptions.KERBEROS, true, "\"kerberos\":true");
		option(setters, AdOptions.CERT_AUTH, false, "\"certAuth\":false");
		option(setters, AdOptions.SIGN_IN_ENDPOINT, "signInEndpoint ü", "\"signInEndpoint\":\"signInEndpoint ü\"");
		option(setters, AdOptions.AGENT_IP, "agentIP ü", "\"agentIP\":\"agentIP ü\"");
		option(setters, AdOptions.AGENT_MODE, true, "\"agentMode\":true");
		option(setters, AdOptions.AGENT_VERSION, "agentVersion ü", "\"agentVersion\":\"agentVersion ü\"");
		option(setters, AdOptions.BRUTE_FORCE_PROTECTION, true, "\"brute_force_protection\":true");
		option(setters, AdOptions.DISABLE_CACHE, false, "\"disable_cache\":false");
		option(setters, AdOptions.DISABLE_SELF_SERVICE_CHANGE_PASSWORD, true,
				"\"disable_self_service_change_password\":true");
	});

	static final Setters<OtherOptions> OTHER = Setters.of(OtherOptions::new, (setters) -> common(setters));

	static final Setters<IdpInitiated> IDP_INITIATED = Setters.of(IdpInitiated::new, (setters) -> {
		option(setters, IdpInitiated.ENABLED, false, "\"enabled\":false");
		option(setters, IdpInitiated.CLIENT_ID, "client_id ü", "\"client_id\":\"client_id ü\"");
		option(setters, IdpInitiated.CLIENT_PROTOCOL, "client_protocol ü", "\"client_protocol\":\"client_protocol ü\"");
		option(setters, IdpInitiated.CLIENT_AUTHORIZE_QUERY, "client_authorizequery ü",
				"\"client_authorizequery\":\"client_authorizequery ü\"");
	});

	static final Setters<ConnectionSettings> CONNECTION_SETTINGS = Setters.of(ConnectionSettings::new,
			(setters) -> option(setters, ConnectionSettings.PKCE, "pkce ü", "\"pkce\":\"pkce ü\""));

	static final Setters<AttributeMap> ATTRIBUTE_MAP = Setters.of(AttributeMap::new, (setters) -> {
		option(setters, AttributeMap.MAPPING_MODE, "mapping_mode ü", "\"mapping_mode\":\"mapping_mode ü\"");
		option(setters, AttributeMap.ATTRIBUTES, Map.of("attributes", List.of()), "\"attributes\":{\"attributes\":[]}");
		option(setters, AttributeMap.USERINFO_SCOPE, "userinfo_scope ü", "\"userinfo_scope\":\"userinfo_scope ü\"");
	});

	static final Setters<KeyPair> KEY_PAIR = Setters.of(KeyPair::new, (setters) -> {
		option(setters, KeyPair.CERT, "cert ü", "\"cert\":\"cert ü\"");
		option(setters, KeyPair.KEY, Secret.of("secret-1"), "\"key\":\"secret-1\"");
	});

	static final Setters<AssertionDecryptionSettings> ASSERTION_DECRYPTION_SETTINGS = Setters
		.of(AssertionDecryptionSettings::new, (setters) -> {
			option(setters, AssertionDecryptionSettings.ALGORITHM_PROFILE, "algorithm_profile ü",
					"\"algorithm_profile\":\"algorithm_profile ü\"");
			option(setters, AssertionDecryptionSettings.ALGORITHM_EXCEPTIONS, List.of("algorithm_exceptions", "b"),
					"\"algorithm_exceptions\":[\"algorithm_exceptions\",\"b\"]");
		});

	private OptionSetters() {
	}

	private static <B extends StrategyOptions<B>> void common(Setters<B> setters) {
		option(setters, StrategyOptions.DOMAIN_ALIASES, List.of("domain_aliases", "b"),
				"\"domain_aliases\":[\"domain_aliases\",\"b\"]");
		option(setters, StrategyOptions.TENANT_DOMAIN, "tenant_domain ü", "\"tenant_domain\":\"tenant_domain ü\"");
		option(setters, StrategyOptions.ICON_URL, "icon_url ü", "\"icon_url\":\"icon_url ü\"");
		option(setters, StrategyOptions.SET_USER_ROOT_ATTRIBUTES, "set_user_root_attributes ü",
				"\"set_user_root_attributes\":\"set_user_root_attributes ü\"");
		option(setters, StrategyOptions.NON_PERSISTENT_ATTRS, List.of("non_persistent_attrs", "b"),
				"\"non_persistent_attrs\":[\"non_persistent_attrs\",\"b\"]");
		option(setters, StrategyOptions.UPSTREAM_PARAMS, Map.of("upstream_params", List.of()),
				"\"upstream_params\":{\"upstream_params\":[]}");
	}

	private static <B extends SamlIdpOptions<B>> void saml(Setters<B> setters) {
		common(setters);
		option(setters, SamlIdpOptions.SIGN_IN_ENDPOINT, "signInEndpoint ü", "\"signInEndpoint\":\"signInEndpoint ü\"");
		option(setters, SamlIdpOptions.SIGNING_CERT, "signingCert ü", "\"signingCert\":\"signingCert ü\"");
		option(setters, SamlIdpOptions.CERT, "cert ü", "\"cert\":\"cert ü\"");
		option(setters, SamlIdpOptions.CERT_ROLLOVER_NOTIFICATION, "cert_rollover_notification ü",
				"\"cert_rollover_notification\":\"cert_rollover_notification ü\"");
		option(setters, SamlIdpOptions.EXPIRES, "expires ü", "\"expires\":\"expires ü\"");
		option(setters, SamlIdpOptions.SUBJECT, Map.of("commonName", "ü"), "\"subject\":{\"commonName\":\"ü\"}");
		option(setters, SamlIdpOptions.THUMBPRINTS, List.of("thumbprints", "b"),
				"\"thumbprints\":[\"thumbprints\",\"b\"]");
		option(setters, SamlIdpOptions.ENTITY_ID, "entityId ü", "\"entityId\":\"entityId ü\"");
		option(setters, SamlIdpOptions.PROTOCOL_BINDING, "protocolBinding ü",
				"\"protocolBinding\":\"protocolBinding ü\"");
		option(setters, SamlIdpOptions.SIGN_SAML_REQUEST, false, "\"signSAMLRequest\":false");
		option(setters, SamlIdpOptions.SIGNATURE_ALGORITHM, "signatureAlgorithm ü",
				"\"signatureAlgorithm\":\"signatureAlgorithm ü\"");
		option(setters, SamlIdpOptions.DIGEST_ALGORITHM, "digestAlgorithm ü",
				"\"digestAlgorithm\":\"digestAlgorithm ü\"");
		option(setters, SamlIdpOptions.IDP_INITIATED, new IdpInitiated().set(IdpInitiated.ENABLED, true),
				"\"idpinitiated\":{\"enabled\":true}");
		option(setters, SamlIdpOptions.DECRYPTION_KEY, new KeyPair().set(KeyPair.CERT, "PEM"),
				"\"decryptionKey\":{\"cert\":\"PEM\"}");
		option(setters, SamlIdpOptions.ASSERTION_DECRYPTION_SETTINGS,
				new AssertionDecryptionSettings().set(AssertionDecryptionSettings.ALGORITHM_PROFILE, "v2026-1"),
				"\"assertion_decryption_settings\":{\"algorithm_profile\":\"v2026-1\"}");
	}

	private static <B extends OidcIdpOptions<B>> void oidc(Setters<B> setters) {
		common(setters);
		option(setters, OidcIdpOptions.CLIENT_ID, "client_id ü", "\"client_id\":\"client_id ü\"");
		option(setters, OidcIdpOptions.CLIENT_SECRET, Secret.of("secret-1"), "\"client_secret\":\"secret-1\"");
		option(setters, OidcIdpOptions.SCOPE, "scope ü", "\"scope\":\"scope ü\"");
		option(setters, OidcIdpOptions.TYPE, "type ü", "\"type\":\"type ü\"");
		option(setters, OidcIdpOptions.ISSUER, "issuer ü", "\"issuer\":\"issuer ü\"");
		option(setters, OidcIdpOptions.AUTHORIZATION_ENDPOINT, "authorization_endpoint ü",
				"\"authorization_endpoint\":\"authorization_endpoint ü\"");
		option(setters, OidcIdpOptions.TOKEN_ENDPOINT, "token_endpoint ü", "\"token_endpoint\":\"token_endpoint ü\"");
		option(setters, OidcIdpOptions.USERINFO_ENDPOINT, "userinfo_endpoint ü",
				"\"userinfo_endpoint\":\"userinfo_endpoint ü\"");
		option(setters, OidcIdpOptions.JWKS_URI, "jwks_uri ü", "\"jwks_uri\":\"jwks_uri ü\"");
		option(setters, OidcIdpOptions.OIDC_METADATA, Map.of("oidc_metadata", List.of()),
				"\"oidc_metadata\":{\"oidc_metadata\":[]}");
		option(setters, OidcIdpOptions.CONNECTION_SETTINGS,
				new ConnectionSettings().set(ConnectionSettings.PKCE, "S256"),
				"\"connection_settings\":{\"pkce\":\"S256\"}");
		option(setters, OidcIdpOptions.ATTRIBUTE_MAP, new AttributeMap().set(AttributeMap.MAPPING_MODE, "use_map"),
				"\"attribute_map\":{\"mapping_mode\":\"use_map\"}");
		option(setters, OidcIdpOptions.TOKEN_ENDPOINT_AUTH_METHOD, "token_endpoint_auth_method ü",
				"\"token_endpoint_auth_method\":\"token_endpoint_auth_method ü\"");
		option(setters, OidcIdpOptions.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, "token_endpoint_auth_signing_alg ü",
				"\"token_endpoint_auth_signing_alg\":\"token_endpoint_auth_signing_alg ü\"");
		option(setters, OidcIdpOptions.TOKEN_ENDPOINT_JWTCA_AUD_FORMAT, "token_endpoint_jwtca_aud_format ü",
				"\"token_endpoint_jwtca_aud_format\":\"token_endpoint_jwtca_aud_format ü\"");
		option(setters, OidcIdpOptions.ID_TOKEN_SIGNED_RESPONSE_ALGS, List.of("id_token_signed_response_algs", "b"),
				"\"id_token_signed_response_algs\":[\"id_token_signed_response_algs\",\"b\"]");
		option(setters, OidcIdpOptions.ID_TOKEN_SESSION_EXPIRY_SUPPORTED, false,
				"\"id_token_session_expiry_supported\":false");
		option(setters, OidcIdpOptions.DPOP_SIGNING_ALG, "dpop_signing_alg ü",
				"\"dpop_signing_alg\":\"dpop_signing_alg ü\"");
		option(setters, OidcIdpOptions.SEND_BACK_CHANNEL_NONCE, false, "\"send_back_channel_nonce\":false");
		option(setters, OidcIdpOptions.FEDERATED_CONNECTIONS_ACCESS_TOKENS, Map.of("active", true),
				"\"federated_connections_access_tokens\":{\"active\":true}");
		option(setters, OidcIdpOptions.ENABLE_PUSHED_AUTHORIZATION_REQUESTS, true,
				"\"enable_pushed_authorization_requests\":true");
		option(setters, OidcIdpOptions.PUSHED_AUTHORIZATION_REQUEST_ENDPOINT, "pushed_authorization_request_endpoint ü",
				"\"pushed_authorization_request_endpoint\":\"pushed_authorization_request_endpoint ü\"");
		option(setters, OidcIdpOptions.USE_OAUTH_SPEC_SCOPE, true, "\"useOauthSpecScope\":true");
	}

	private static <B, V> void option(Setters<B> setters, ConnectionOption<? super B, V> option, V value, String wire) {
		setters.row(option.name(), (body) -> set(body, option, value), (body) -> set(body, option, null), wire);
	}

	@SuppressWarnings("unchecked")
	private static <B, O extends OptionsObject<O>, V> B set(B body, ConnectionOption<?, V> option, V value) {
		return (B) ((O) body).set((ConnectionOption<? super O, V>) option, value);
	}

	/**
	 * Return the public options of a type by their names, those that it inherits
	 * included.
	 */
	static Map<String, ConnectionOption<?, ?>> declared(Class<?> type) {
		return Arrays.stream(type.getFields())
			.filter((field) -> field.getType() == ConnectionOption.class)
			.map(OptionSetters::value)
			.collect(Collectors.toMap(ConnectionOption::name, Function.identity()));
	}

	private static ConnectionOption<?, ?> value(Field field) {
		try {
			return (ConnectionOption<?, ?>) field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new AssertionError(ex);
		}
	}

	static Stream<Setters<?>> all() {
		return Stream.of(SAMLP, PINGFEDERATE, OIDC, OKTA, WAAD, ADFS, GOOGLE_APPS, AD, OTHER, IDP_INITIATED,
				CONNECTION_SETTINGS, ATTRIBUTE_MAP, KEY_PAIR, ASSERTION_DECRYPTION_SETTINGS);
	}

}
