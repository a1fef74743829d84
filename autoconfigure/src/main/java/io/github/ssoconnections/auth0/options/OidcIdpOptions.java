// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Options that the OIDC strategies share.
 *
 * @param <B> the type of the options themselves
 */
public abstract sealed class OidcIdpOptions<B extends OidcIdpOptions<B>> extends StrategyOptions<B>
		permits OidcOptions, OktaOptions {

	static final DeclaredOptions<OidcIdpOptions<?>> DECLARED = new DeclaredOptions<>();

	/** {@code client_id}: Client id at the IdP. */
	public static final ConnectionOption<OidcIdpOptions<?>, String> CLIENT_ID = DECLARED.text("client_id");

	/** {@code client_secret}: Client secret at the IdP. */
	public static final ConnectionOption<OidcIdpOptions<?>, Secret> CLIENT_SECRET = DECLARED.secret("client_secret");

	/** {@code scope}: Requested scopes, separated by spaces. */
	public static final ConnectionOption<OidcIdpOptions<?>, String> SCOPE = DECLARED.scopes("scope");

	/**
	 * {@code type}: Channel of the tokens: {@code back_channel} or, for {@code oidc},
	 * {@code front_channel}.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, String> TYPE = DECLARED.text("type");

	/** {@code issuer}: Issuer of the tokens. */
	public static final ConnectionOption<OidcIdpOptions<?>, String> ISSUER = DECLARED.text("issuer");

	/** {@code authorization_endpoint}: Authorization endpoint. */
	public static final ConnectionOption<OidcIdpOptions<?>, String> AUTHORIZATION_ENDPOINT = DECLARED
		.text("authorization_endpoint");

	/** {@code token_endpoint}: Token endpoint. */
	public static final ConnectionOption<OidcIdpOptions<?>, String> TOKEN_ENDPOINT = DECLARED.text("token_endpoint");

	/** {@code userinfo_endpoint}: Userinfo endpoint. */
	public static final ConnectionOption<OidcIdpOptions<?>, String> USERINFO_ENDPOINT = DECLARED
		.text("userinfo_endpoint");

	/** {@code jwks_uri}: URL of the keys that sign tokens. */
	public static final ConnectionOption<OidcIdpOptions<?>, String> JWKS_URI = DECLARED.text("jwks_uri");

	/**
	 * {@code oidc_metadata}: Content of the IdP's discovery document as Auth0 stores it.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, Map<String, @Nullable Object>> OIDC_METADATA = DECLARED
		.map("oidc_metadata");

	/** {@code connection_settings}: Use of PKCE. */
	public static final ConnectionOption<OidcIdpOptions<?>, ConnectionSettings> CONNECTION_SETTINGS = DECLARED
		.add("connection_settings", ConnectionSettings.TYPE);

	/** {@code attribute_map}: Claims of the user's fields. */
	public static final ConnectionOption<OidcIdpOptions<?>, AttributeMap> ATTRIBUTE_MAP = DECLARED.add("attribute_map",
			AttributeMap.TYPE);

	/**
	 * {@code token_endpoint_auth_method}: Authentication of Auth0 at the token endpoint:
	 * {@code client_secret_post} or {@code private_key_jwt}.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, String> TOKEN_ENDPOINT_AUTH_METHOD = DECLARED
		.text("token_endpoint_auth_method");

	/**
	 * {@code token_endpoint_auth_signing_alg}: Signature algorithm of client assertions,
	 * such as {@code RS256}.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, String> TOKEN_ENDPOINT_AUTH_SIGNING_ALG = DECLARED
		.text("token_endpoint_auth_signing_alg");

	/**
	 * {@code token_endpoint_jwtca_aud_format}: Audience of client assertions:
	 * {@code issuer} or {@code token_endpoint}.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, String> TOKEN_ENDPOINT_JWTCA_AUD_FORMAT = DECLARED
		.text("token_endpoint_jwtca_aud_format");

	/**
	 * {@code id_token_signed_response_algs}: Accepted signature algorithms of ID tokens,
	 * such as {@code RS256}.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, List<String>> ID_TOKEN_SIGNED_RESPONSE_ALGS = DECLARED
		.texts("id_token_signed_response_algs");

	/**
	 * {@code id_token_session_expiry_supported}: Whether {@code session_expiry} in the ID
	 * token ends the session.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, Boolean> ID_TOKEN_SESSION_EXPIRY_SUPPORTED = DECLARED
		.flag("id_token_session_expiry_supported");

	/**
	 * {@code dpop_signing_alg}: Signature algorithm of DPoP proofs: {@code ES256},
	 * {@code ES384}, {@code ES512} or {@code Ed25519}.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, String> DPOP_SIGNING_ALG = DECLARED
		.text("dpop_signing_alg");

	/**
	 * {@code federated_connections_access_tokens}: Whether access tokens of the IdP are
	 * stored for the application: {@code active}.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, Map<String, @Nullable Object>> FEDERATED_CONNECTIONS_ACCESS_TOKENS = DECLARED
		.map("federated_connections_access_tokens");

	/**
	 * {@code enable_pushed_authorization_requests}: Whether authorization requests are
	 * pushed to the IdP (PAR, RFC 9126).
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, Boolean> ENABLE_PUSHED_AUTHORIZATION_REQUESTS = DECLARED
		.flag("enable_pushed_authorization_requests");

	/**
	 * {@code pushed_authorization_request_endpoint}: https URL that authorization
	 * requests are pushed to.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, String> PUSHED_AUTHORIZATION_REQUEST_ENDPOINT = DECLARED
		.text("pushed_authorization_request_endpoint");

	/**
	 * {@code send_back_channel_nonce}: Whether a nonce is sent when tokens use the back
	 * channel.
	 */
	public static final ConnectionOption<OidcIdpOptions<?>, Boolean> SEND_BACK_CHANNEL_NONCE = DECLARED
		.flag("send_back_channel_nonce");

	/** {@code useOauthSpecScope}: Whether scopes are written as OAuth 2.0 specifies. */
	public static final ConnectionOption<OidcIdpOptions<?>, Boolean> USE_OAUTH_SPEC_SCOPE = DECLARED
		.flag("useOauthSpecScope");

	OidcIdpOptions() {
	}

}
