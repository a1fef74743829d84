// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.testing.Setters;

/**
 * Every setter of all options, and the JSON that it sends.
 */
final class OptionSetters {

	static final Setters<SamlpOptions> SAMLP = Setters.of(SamlpOptions::new, (setters) -> saml(setters)
		.row("metadataUrl(String)", (body) -> body.metadataUrl("metadataUrl ü"), "\"metadataUrl\":\"metadataUrl ü\"")
		.row("metadataXml(String)", (body) -> body.metadataXml("metadataXml ü"), "\"metadataXml\":\"metadataXml ü\"")
		.row("signOutEndpoint(String)", (body) -> body.signOutEndpoint("signOutEndpoint ü"),
				"\"signOutEndpoint\":\"signOutEndpoint ü\"")
		.row("disableSignout(Boolean)", (body) -> body.disableSignout(true), "\"disableSignout\":true")
		.row("fieldsMap(Map)", (body) -> body.fieldsMap(Map.of("fieldsMap", List.of())),
				"\"fieldsMap\":{\"fieldsMap\":[]}")
		.row("userIdAttribute(String)", (body) -> body.userIdAttribute("user_id_attribute ü"),
				"\"user_id_attribute\":\"user_id_attribute ü\"")
		.row("requestTemplate(String)", (body) -> body.requestTemplate("requestTemplate ü"),
				"\"requestTemplate\":\"requestTemplate ü\"")
		.row("deflate(Boolean)", (body) -> body.deflate(true), "\"deflate\":true")
		.row("destinationUrl(String)", (body) -> body.destinationUrl("destinationUrl ü"),
				"\"destinationUrl\":\"destinationUrl ü\"")
		.row("recipientUrl(String)", (body) -> body.recipientUrl("recipientUrl ü"),
				"\"recipientUrl\":\"recipientUrl ü\"")
		.row("signingKey(KeyPair)", (body) -> body.signingKey(new KeyPair().cert("PEM")),
				"\"signing_key\":{\"cert\":\"PEM\"}")
		.row("globalTokenRevocationJwtIss(String)",
				(body) -> body.globalTokenRevocationJwtIss("global_token_revocation_jwt_iss ü"),
				"\"global_token_revocation_jwt_iss\":\"global_token_revocation_jwt_iss ü\"")
		.row("globalTokenRevocationJwtSub(String)",
				(body) -> body.globalTokenRevocationJwtSub("global_token_revocation_jwt_sub ü"),
				"\"global_token_revocation_jwt_sub\":\"global_token_revocation_jwt_sub ü\"")
		.row("debug(Boolean)", (body) -> body.debug(true), "\"debug\":true"));

	static final Setters<PingFederateOptions> PINGFEDERATE = Setters.of(PingFederateOptions::new,
			(setters) -> saml(setters).row("pingFederateBaseUrl(String)",
					(body) -> body.pingFederateBaseUrl("pingFederateBaseUrl ü"),
					"\"pingFederateBaseUrl\":\"pingFederateBaseUrl ü\""));

	static final Setters<OidcOptions> OIDC = Setters.of(OidcOptions::new,
			(setters) -> oidc(setters).row("discoveryUrl(String)", (body) -> body.discoveryUrl("discovery_url ü"),
					"\"discovery_url\":\"discovery_url ü\""));

	static final Setters<OktaOptions> OKTA = Setters.of(OktaOptions::new, (setters) -> oidc(setters)
		.row("domain(String)", (body) -> body.domain("domain ü"), "\"domain\":\"domain ü\""));

	static final Setters<WaadOptions> WAAD = Setters.of(WaadOptions::new, (setters) -> common(setters)
		.row("clientId(String)", (body) -> body.clientId("client_id ü"), "\"client_id\":\"client_id ü\"")
		.row("clientSecret(String)", (body) -> body.clientSecret("secret-1"), "\"client_secret\":\"secret-1\"")
		.row("tenantId(String)", (body) -> body.tenantId("tenantId ü"), "\"tenantId\":\"tenantId ü\"")
		.row("appId(String)", (body) -> body.appId("app_id ü"), "\"app_id\":\"app_id ü\"")
		.row("appDomain(String)", (body) -> body.appDomain("app_domain ü"), "\"app_domain\":\"app_domain ü\"")
		.row("waadProtocol(String)", (body) -> body.waadProtocol("waad_protocol ü"),
				"\"waad_protocol\":\"waad_protocol ü\"")
		.row("useWsfed(Boolean)", (body) -> body.useWsfed(false), "\"use_wsfed\":false")
		.row("identityApi(String)", (body) -> body.identityApi("identity_api ü"), "\"identity_api\":\"identity_api ü\"")
		.row("useCommonEndpoint(Boolean)", (body) -> body.useCommonEndpoint(false), "\"useCommonEndpoint\":false")
		.row("useridAttribute(String)", (body) -> body.useridAttribute("userid_attribute ü"),
				"\"userid_attribute\":\"userid_attribute ü\"")
		.row("shouldTrustEmailVerifiedConnection(String)",
				(body) -> body.shouldTrustEmailVerifiedConnection("should_trust_email_verified_connection ü"),
				"\"should_trust_email_verified_connection\":\"should_trust_email_verified_connection ü\"")
		.row("scope(List)", (body) -> body.scope(List.of("scope", "b")), "\"scope\":[\"scope\",\"b\"]")
		.row("thumbprints(List)", (body) -> body.thumbprints(List.of("thumbprints", "b")),
				"\"thumbprints\":[\"thumbprints\",\"b\"]")
		.row("maxGroupsToRetrieve(String)", (body) -> body.maxGroupsToRetrieve("max_groups_to_retrieve ü"),
				"\"max_groups_to_retrieve\":\"max_groups_to_retrieve ü\"")
		.row("apiEnableUsers(Boolean)", (body) -> body.apiEnableUsers(false), "\"api_enable_users\":false")
		.row("basicProfile(Boolean)", (body) -> body.basicProfile(true), "\"basic_profile\":true")
		.row("granted(Boolean)", (body) -> body.granted(false), "\"granted\":false")
		.row("ext(String, Boolean)", (body) -> body.ext("groups", true), "\"ext_groups\":true"));

	static final Setters<AdfsOptions> ADFS = Setters.of(AdfsOptions::new, (setters) -> common(setters)
		.row("adfsServer(String)", (body) -> body.adfsServer("adfs_server ü"), "\"adfs_server\":\"adfs_server ü\"")
		.row("fedMetadataXml(String)", (body) -> body.fedMetadataXml("fedMetadataXml ü"),
				"\"fedMetadataXml\":\"fedMetadataXml ü\"")
		.row("signInEndpoint(String)", (body) -> body.signInEndpoint("signInEndpoint ü"),
				"\"signInEndpoint\":\"signInEndpoint ü\"")
		.row("entityId(String)", (body) -> body.entityId("entityId ü"), "\"entityId\":\"entityId ü\"")
		.row("thumbprints(List)", (body) -> body.thumbprints(List.of("thumbprints", "b")),
				"\"thumbprints\":[\"thumbprints\",\"b\"]")
		.row("prevThumbprints(List)", (body) -> body.prevThumbprints(List.of("prev_thumbprints", "b")),
				"\"prev_thumbprints\":[\"prev_thumbprints\",\"b\"]")
		.row("userIdAttribute(String)", (body) -> body.userIdAttribute("user_id_attribute ü"),
				"\"user_id_attribute\":\"user_id_attribute ü\"")
		.row("shouldTrustEmailVerifiedConnection(String)",
				(body) -> body.shouldTrustEmailVerifiedConnection("should_trust_email_verified_connection ü"),
				"\"should_trust_email_verified_connection\":\"should_trust_email_verified_connection ü\""));

	static final Setters<GoogleAppsOptions> GOOGLE_APPS = Setters
		.of(GoogleAppsOptions::new, (setters) -> common(setters)
			.row("clientId(String)", (body) -> body.clientId("client_id ü"), "\"client_id\":\"client_id ü\"")
			.row("clientSecret(String)", (body) -> body.clientSecret("secret-1"), "\"client_secret\":\"secret-1\"")
			.row("domain(String)", (body) -> body.domain("domain ü"), "\"domain\":\"domain ü\"")
			.row("scope(List)", (body) -> body.scope(List.of("scope", "b")), "\"scope\":[\"scope\",\"b\"]")
			.row("email(Boolean)", (body) -> body.email(false), "\"email\":false")
			.row("profile(Boolean)", (body) -> body.profile(true), "\"profile\":true")
			.row("mapUserIdToId(Boolean)", (body) -> body.mapUserIdToId(false), "\"map_user_id_to_id\":false")
			.row("handleLoginFromSocial(Boolean)", (body) -> body.handleLoginFromSocial(true),
					"\"handle_login_from_social\":true")
			.row("allowSettingLoginScopes(Boolean)", (body) -> body.allowSettingLoginScopes(false),
					"\"allow_setting_login_scopes\":false")
			.row("apiEnableUsers(Boolean)", (body) -> body.apiEnableUsers(true), "\"api_enable_users\":true")
			.row("apiEnableGroups(Boolean)", (body) -> body.apiEnableGroups(false), "\"api_enable_groups\":false")
			.row("extGroups(Boolean)", (body) -> body.extGroups(true), "\"ext_groups\":true")
			.row("extGroupsExtended(Boolean)", (body) -> body.extGroupsExtended(false), "\"ext_groups_extended\":false")
			.row("extIsAdmin(Boolean)", (body) -> body.extIsAdmin(true), "\"ext_is_admin\":true")
			.row("extIsSuspended(Boolean)", (body) -> body.extIsSuspended(false), "\"ext_is_suspended\":false")
			.row("extAgreedTerms(Boolean)", (body) -> body.extAgreedTerms(true), "\"ext_agreed_terms\":true")
			.row("adminAccessToken(String)", (body) -> body.adminAccessToken("secret-16"),
					"\"admin_access_token\":\"secret-16\"")
			.row("adminRefreshToken(String)", (body) -> body.adminRefreshToken("secret-17"),
					"\"admin_refresh_token\":\"secret-17\"")
			.row("adminAccessTokenExpiresin(String)",
					(body) -> body.adminAccessTokenExpiresin("admin_access_token_expiresin ü"),
					"\"admin_access_token_expiresin\":\"admin_access_token_expiresin ü\""));

	static final Setters<AdOptions> AD = Setters.of(AdOptions::new,
			(setters) -> common(setters)
				.row("certs(List)", (body) -> body.certs(List.of("certs", "b")), "\"certs\":[\"certs\",\"b\"]")
				.row("thumbprints(List)", (body) -> body.thumbprints(List.of("thumbprints", "b")),
						"\"thumbprints\":[\"thumbprints\",\"b\"]")
				.row("ips(List)", (body) -> body.ips(List.of("ips", "b")), "\"ips\":[\"ips\",\"b\"]")
				.row("kerberos(Boolean)", (body) -> body.kerberos(true), "\"kerberos\":true")
				.row("certAuth(Boolean)", (body) -> body.certAuth(false), "\"certAuth\":false")
				.row("signInEndpoint(String)", (body) -> body.signInEndpoint("signInEndpoint ü"),
						"\"signInEndpoint\":\"signInEndpoint ü\"")
				.row("agentIp(String)", (body) -> body.agentIp("agentIP ü"), "\"agentIP\":\"agentIP ü\"")
				.row("agentMode(Boolean)", (body) -> body.agentMode(true), "\"agentMode\":true")
				.row("agentVersion(String)", (body) -> body.agentVersion("agentVersion ü"),
						"\"agentVersion\":\"agentVersion ü\"")
				.row("bruteForceProtection(Boolean)", (body) -> body.bruteForceProtection(true),
						"\"brute_force_protection\":true")
				.row("disableCache(Boolean)", (body) -> body.disableCache(false), "\"disable_cache\":false")
				.row("disableSelfServiceChangePassword(Boolean)", (body) -> body.disableSelfServiceChangePassword(true),
						"\"disable_self_service_change_password\":true"));

	static final Setters<OtherOptions> OTHER = Setters.of(OtherOptions::new, (setters) -> common(setters));

	static final Setters<IdpInitiated> IDP_INITIATED = Setters.of(IdpInitiated::new,
			(setters) -> setters.row("enabled(Boolean)", (body) -> body.enabled(false), "\"enabled\":false")
				.row("clientId(String)", (body) -> body.clientId("client_id ü"), "\"client_id\":\"client_id ü\"")
				.row("clientProtocol(String)", (body) -> body.clientProtocol("client_protocol ü"),
						"\"client_protocol\":\"client_protocol ü\"")
				.row("clientAuthorizequery(String)", (body) -> body.clientAuthorizequery("client_authorizequery ü"),
						"\"client_authorizequery\":\"client_authorizequery ü\""));

	static final Setters<ConnectionSettings> CONNECTION_SETTINGS = Setters.of(ConnectionSettings::new,
			(setters) -> setters.row("pkce(String)", (body) -> body.pkce("pkce ü"), "\"pkce\":\"pkce ü\""));

	static final Setters<AttributeMap> ATTRIBUTE_MAP = Setters.of(AttributeMap::new, (setters) -> setters
		.row("mappingMode(String)", (body) -> body.mappingMode("mapping_mode ü"), "\"mapping_mode\":\"mapping_mode ü\"")
		.row("attributes(Map)", (body) -> body.attributes(Map.of("attributes", List.of())),
				"\"attributes\":{\"attributes\":[]}")
		.row("userinfoScope(String)", (body) -> body.userinfoScope("userinfo_scope ü"),
				"\"userinfo_scope\":\"userinfo_scope ü\""));

	static final Setters<KeyPair> KEY_PAIR = Setters.of(KeyPair::new,
			(setters) -> setters.row("cert(String)", (body) -> body.cert("cert ü"), "\"cert\":\"cert ü\"")
				.row("key(String)", (body) -> body.key("secret-1"), "\"key\":\"secret-1\""));

	static final Setters<AssertionDecryptionSettings> ASSERTION_DECRYPTION_SETTINGS = Setters
		.of(AssertionDecryptionSettings::new, (setters) -> setters
			.row("algorithmProfile(String)", (body) -> body.algorithmProfile("algorithm_profile ü"),
					"\"algorithm_profile\":\"algorithm_profile ü\"")
			.row("algorithmExceptions(List)", (body) -> body.algorithmExceptions(List.of("algorithm_exceptions", "b")),
					"\"algorithm_exceptions\":[\"algorithm_exceptions\",\"b\"]"));

	private OptionSetters() {
	}

	private static <B extends StrategyOptions<B>> Setters<B> common(Setters<B> setters) {
		return setters
			.row("domainAliases(List)", (body) -> body.domainAliases(List.of("domain_aliases", "b")),
					"\"domain_aliases\":[\"domain_aliases\",\"b\"]")
			.row("tenantDomain(String)", (body) -> body.tenantDomain("tenant_domain ü"),
					"\"tenant_domain\":\"tenant_domain ü\"")
			.row("iconUrl(String)", (body) -> body.iconUrl("icon_url ü"), "\"icon_url\":\"icon_url ü\"")
			.row("setUserRootAttributes(String)", (body) -> body.setUserRootAttributes("set_user_root_attributes ü"),
					"\"set_user_root_attributes\":\"set_user_root_attributes ü\"")
			.row("nonPersistentAttrs(List)", (body) -> body.nonPersistentAttrs(List.of("non_persistent_attrs", "b")),
					"\"non_persistent_attrs\":[\"non_persistent_attrs\",\"b\"]")
			.row("upstreamParams(Map)", (body) -> body.upstreamParams(Map.of("upstream_params", List.of())),
					"\"upstream_params\":{\"upstream_params\":[]}");
	}

	private static <B extends SamlIdpOptions<B>> Setters<B> saml(Setters<B> setters) {
		return common(setters)
			.row("signInEndpoint(String)", (body) -> body.signInEndpoint("signInEndpoint ü"),
					"\"signInEndpoint\":\"signInEndpoint ü\"")
			.row("signingCert(String)", (body) -> body.signingCert("signingCert ü"),
					"\"signingCert\":\"signingCert ü\"")
			.row("cert(String)", (body) -> body.cert("cert ü"), "\"cert\":\"cert ü\"")
			.row("thumbprints(List)", (body) -> body.thumbprints(List.of("thumbprints", "b")),
					"\"thumbprints\":[\"thumbprints\",\"b\"]")
			.row("entityId(String)", (body) -> body.entityId("entityId ü"), "\"entityId\":\"entityId ü\"")
			.row("protocolBinding(String)", (body) -> body.protocolBinding("protocolBinding ü"),
					"\"protocolBinding\":\"protocolBinding ü\"")
			.row("signSamlRequest(Boolean)", (body) -> body.signSamlRequest(false), "\"signSAMLRequest\":false")
			.row("signatureAlgorithm(String)", (body) -> body.signatureAlgorithm("signatureAlgorithm ü"),
					"\"signatureAlgorithm\":\"signatureAlgorithm ü\"")
			.row("digestAlgorithm(String)", (body) -> body.digestAlgorithm("digestAlgorithm ü"),
					"\"digestAlgorithm\":\"digestAlgorithm ü\"")
			.row("idpinitiated(IdpInitiated)", (body) -> body.idpinitiated(new IdpInitiated().enabled(true)),
					"\"idpinitiated\":{\"enabled\":true}")
			.row("decryptionKey(KeyPair)", (body) -> body.decryptionKey(new KeyPair().cert("PEM")),
					"\"decryptionKey\":{\"cert\":\"PEM\"}")
			.row("assertionDecryptionSettings(AssertionDecryptionSettings)",
					(body) -> body
						.assertionDecryptionSettings(new AssertionDecryptionSettings().algorithmProfile("v2026-1")),
					"\"assertion_decryption_settings\":{\"algorithm_profile\":\"v2026-1\"}");
	}

	private static <B extends OidcIdpOptions<B>> Setters<B> oidc(Setters<B> setters) {
		return common(setters)
			.row("clientId(String)", (body) -> body.clientId("client_id ü"), "\"client_id\":\"client_id ü\"")
			.row("clientSecret(String)", (body) -> body.clientSecret("secret-1"), "\"client_secret\":\"secret-1\"")
			.row("scope(String)", (body) -> body.scope("scope ü"), "\"scope\":\"scope ü\"")
			.row("type(String)", (body) -> body.type("type ü"), "\"type\":\"type ü\"")
			.row("issuer(String)", (body) -> body.issuer("issuer ü"), "\"issuer\":\"issuer ü\"")
			.row("authorizationEndpoint(String)", (body) -> body.authorizationEndpoint("authorization_endpoint ü"),
					"\"authorization_endpoint\":\"authorization_endpoint ü\"")
			.row("tokenEndpoint(String)", (body) -> body.tokenEndpoint("token_endpoint ü"),
					"\"token_endpoint\":\"token_endpoint ü\"")
			.row("userinfoEndpoint(String)", (body) -> body.userinfoEndpoint("userinfo_endpoint ü"),
					"\"userinfo_endpoint\":\"userinfo_endpoint ü\"")
			.row("jwksUri(String)", (body) -> body.jwksUri("jwks_uri ü"), "\"jwks_uri\":\"jwks_uri ü\"")
			.row("oidcMetadata(Map)", (body) -> body.oidcMetadata(Map.of("oidc_metadata", List.of())),
					"\"oidc_metadata\":{\"oidc_metadata\":[]}")
			.row("connectionSettings(ConnectionSettings)",
					(body) -> body.connectionSettings(new ConnectionSettings().pkce("S256")),
					"\"connection_settings\":{\"pkce\":\"S256\"}")
			.row("attributeMap(AttributeMap)", (body) -> body.attributeMap(new AttributeMap().mappingMode("use_map")),
					"\"attribute_map\":{\"mapping_mode\":\"use_map\"}")
			.row("tokenEndpointAuthMethod(String)",
					(body) -> body.tokenEndpointAuthMethod("token_endpoint_auth_method ü"),
					"\"token_endpoint_auth_method\":\"token_endpoint_auth_method ü\"")
			.row("tokenEndpointAuthSigningAlg(String)",
					(body) -> body.tokenEndpointAuthSigningAlg("token_endpoint_auth_signing_alg ü"),
					"\"token_endpoint_auth_signing_alg\":\"token_endpoint_auth_signing_alg ü\"")
			.row("tokenEndpointJwtcaAudFormat(String)",
					(body) -> body.tokenEndpointJwtcaAudFormat("token_endpoint_jwtca_aud_format ü"),
					"\"token_endpoint_jwtca_aud_format\":\"token_endpoint_jwtca_aud_format ü\"")
			.row("idTokenSignedResponseAlgs(List)",
					(body) -> body.idTokenSignedResponseAlgs(List.of("id_token_signed_response_algs", "b")),
					"\"id_token_signed_response_algs\":[\"id_token_signed_response_algs\",\"b\"]")
			.row("idTokenSessionExpirySupported(Boolean)", (body) -> body.idTokenSessionExpirySupported(false),
					"\"id_token_session_expiry_supported\":false")
			.row("dpopSigningAlg(String)", (body) -> body.dpopSigningAlg("dpop_signing_alg ü"),
					"\"dpop_signing_alg\":\"dpop_signing_alg ü\"")
			.row("sendBackChannelNonce(Boolean)", (body) -> body.sendBackChannelNonce(false),
					"\"send_back_channel_nonce\":false")
			.row("useOauthSpecScope(Boolean)", (body) -> body.useOauthSpecScope(true), "\"useOauthSpecScope\":true");
	}

	static Stream<Setters<?>> all() {
		return Stream.of(SAMLP, PINGFEDERATE, OIDC, OKTA, WAAD, ADFS, GOOGLE_APPS, AD, OTHER, IDP_INITIATED,
				CONNECTION_SETTINGS, ATTRIBUTE_MAP, KEY_PAIR, ASSERTION_DECRYPTION_SETTINGS);
	}

}
