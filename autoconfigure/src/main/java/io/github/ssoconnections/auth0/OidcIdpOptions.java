// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What the options of every OIDC IdP have in common.
 *
 * @param <B> the type of the options themselves
 */
public abstract sealed class OidcIdpOptions<B extends OidcIdpOptions<B>> extends StrategyOptions<B>
		permits OidcOptions, OktaOptions {

	OidcIdpOptions() {
	}

	/**
	 * Return the client id at the IdP.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String clientId() {
		return text("client_id");
	}

	/**
	 * Set the client id at the IdP.
	 * @param clientId the value, may be {@code null}
	 * @return these options
	 */
	public B clientId(@Nullable String clientId) {
		return put("client_id", clientId);
	}

	/**
	 * Return the client secret at the IdP.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable Secret clientSecret() {
		return secret("client_secret");
	}

	/**
	 * Set the client secret at the IdP.
	 * @param clientSecret the value, may be {@code null}
	 * @return these options
	 */
	public B clientSecret(@Nullable String clientSecret) {
		return put("client_secret", Secret.ofNullable(clientSecret));
	}

	/**
	 * Return the scopes to ask for, one text with spaces in between.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String scope() {
		return text("scope");
	}

	/**
	 * Set the scopes to ask for, one text with spaces in between.
	 * @param scope the value, may be {@code null}
	 * @return these options
	 */
	public B scope(@Nullable String scope) {
		return put("scope", scope);
	}

	/**
	 * Return how tokens come: {@code back_channel} or, for {@code oidc}, {@code
	 * front_channel}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String type() {
		return text("type");
	}

	/**
	 * Set how tokens come: {@code back_channel} or, for {@code oidc}, {@code
	 * front_channel}.
	 * @param type the value, may be {@code null}
	 * @return these options
	 */
	public B type(@Nullable String type) {
		return put("type", type);
	}

	/**
	 * Return the issuer of the tokens.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String issuer() {
		return text("issuer");
	}

	/**
	 * Set the issuer of the tokens.
	 * @param issuer the value, may be {@code null}
	 * @return these options
	 */
	public B issuer(@Nullable String issuer) {
		return put("issuer", issuer);
	}

	/**
	 * Return the authorization endpoint.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String authorizationEndpoint() {
		return text("authorization_endpoint");
	}

	/**
	 * Set the authorization endpoint.
	 * @param authorizationEndpoint the value, may be {@code null}
	 * @return these options
	 */
	public B authorizationEndpoint(@Nullable String authorizationEndpoint) {
		return put("authorization_endpoint", authorizationEndpoint);
	}

	/**
	 * Return the token endpoint.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String tokenEndpoint() {
		return text("token_endpoint");
	}

	/**
	 * Set the token endpoint.
	 * @param tokenEndpoint the value, may be {@code null}
	 * @return these options
	 */
	public B tokenEndpoint(@Nullable String tokenEndpoint) {
		return put("token_endpoint", tokenEndpoint);
	}

	/**
	 * Return the userinfo endpoint.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String userinfoEndpoint() {
		return text("userinfo_endpoint");
	}

	/**
	 * Set the userinfo endpoint.
	 * @param userinfoEndpoint the value, may be {@code null}
	 * @return these options
	 */
	public B userinfoEndpoint(@Nullable String userinfoEndpoint) {
		return put("userinfo_endpoint", userinfoEndpoint);
	}

	/**
	 * Return the URL of the keys that sign tokens.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String jwksUri() {
		return text("jwks_uri");
	}

	/**
	 * Set the URL of the keys that sign tokens.
	 * @param jwksUri the value, may be {@code null}
	 * @return these options
	 */
	public B jwksUri(@Nullable String jwksUri) {
		return put("jwks_uri", jwksUri);
	}

	/**
	 * Return what the discovery document of the IdP says, as Auth0 keeps it.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable Map<String, @Nullable Object> oidcMetadata() {
		return object("oidc_metadata");
	}

	/**
	 * Set what the discovery document of the IdP says, as Auth0 keeps it.
	 * @param oidcMetadata the value, may be {@code null}
	 * @return these options
	 */
	public B oidcMetadata(@Nullable Map<String, @Nullable Object> oidcMetadata) {
		return put("oidc_metadata", oidcMetadata);
	}

	/**
	 * Return whether and how PKCE is used.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable ConnectionSettings connectionSettings() {
		return part("connection_settings", ConnectionSettings.class, ConnectionSettings::new);
	}

	/**
	 * Set whether and how PKCE is used.
	 * @param connectionSettings the value, may be {@code null}
	 * @return these options
	 */
	public B connectionSettings(@Nullable ConnectionSettings connectionSettings) {
		return put("connection_settings", connectionSettings);
	}

	/**
	 * Return which claim fills which field of the user.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable AttributeMap attributeMap() {
		return part("attribute_map", AttributeMap.class, AttributeMap::new);
	}

	/**
	 * Set which claim fills which field of the user.
	 * @param attributeMap the value, may be {@code null}
	 * @return these options
	 */
	public B attributeMap(@Nullable AttributeMap attributeMap) {
		return put("attribute_map", attributeMap);
	}

	/**
	 * Return how Auth0 authenticates at the token endpoint: {@code client_secret_post} or
	 * {@code private_key_jwt}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String tokenEndpointAuthMethod() {
		return text("token_endpoint_auth_method");
	}

	/**
	 * Set how Auth0 authenticates at the token endpoint: {@code client_secret_post} or
	 * {@code private_key_jwt}.
	 * @param tokenEndpointAuthMethod the value, may be {@code null}
	 * @return these options
	 */
	public B tokenEndpointAuthMethod(@Nullable String tokenEndpointAuthMethod) {
		return put("token_endpoint_auth_method", tokenEndpointAuthMethod);
	}

	/**
	 * Return how client assertions are signed, such as {@code RS256}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String tokenEndpointAuthSigningAlg() {
		return text("token_endpoint_auth_signing_alg");
	}

	/**
	 * Set how client assertions are signed, such as {@code RS256}.
	 * @param tokenEndpointAuthSigningAlg the value, may be {@code null}
	 * @return these options
	 */
	public B tokenEndpointAuthSigningAlg(@Nullable String tokenEndpointAuthSigningAlg) {
		return put("token_endpoint_auth_signing_alg", tokenEndpointAuthSigningAlg);
	}

	/**
	 * Return what client assertions are meant for: {@code issuer} or {@code
	 * token_endpoint}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String tokenEndpointJwtcaAudFormat() {
		return text("token_endpoint_jwtca_aud_format");
	}

	/**
	 * Set what client assertions are meant for: {@code issuer} or {@code token_endpoint}.
	 * @param tokenEndpointJwtcaAudFormat the value, may be {@code null}
	 * @return these options
	 */
	public B tokenEndpointJwtcaAudFormat(@Nullable String tokenEndpointJwtcaAudFormat) {
		return put("token_endpoint_jwtca_aud_format", tokenEndpointJwtcaAudFormat);
	}

	/**
	 * Return the algorithms that may sign id tokens, such as {@code RS256}.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> idTokenSignedResponseAlgs() {
		return texts("id_token_signed_response_algs");
	}

	/**
	 * Set the algorithms that may sign id tokens, such as {@code RS256}.
	 * @param idTokenSignedResponseAlgs the value, may be {@code null}
	 * @return these options
	 */
	public B idTokenSignedResponseAlgs(@Nullable List<String> idTokenSignedResponseAlgs) {
		return put("id_token_signed_response_algs", idTokenSignedResponseAlgs);
	}

	/**
	 * Return whether {@code session_expiry} in the id token ends the session.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean idTokenSessionExpirySupported() {
		return flag("id_token_session_expiry_supported");
	}

	/**
	 * Set whether {@code session_expiry} in the id token ends the session.
	 * @param idTokenSessionExpirySupported the value, may be {@code null}
	 * @return these options
	 */
	public B idTokenSessionExpirySupported(@Nullable Boolean idTokenSessionExpirySupported) {
		return put("id_token_session_expiry_supported", idTokenSessionExpirySupported);
	}

	/**
	 * Return how DPoP proofs are signed: {@code ES256}, {@code ES384}, {@code ES512} or
	 * {@code Ed25519}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String dpopSigningAlg() {
		return text("dpop_signing_alg");
	}

	/**
	 * Set how DPoP proofs are signed: {@code ES256}, {@code ES384}, {@code ES512} or
	 * {@code Ed25519}.
	 * @param dpopSigningAlg the value, may be {@code null}
	 * @return these options
	 */
	public B dpopSigningAlg(@Nullable String dpopSigningAlg) {
		return put("dpop_signing_alg", dpopSigningAlg);
	}

	/**
	 * Return whether a nonce is sent when tokens come over the back channel.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean sendBackChannelNonce() {
		return flag("send_back_channel_nonce");
	}

	/**
	 * Set whether a nonce is sent when tokens come over the back channel.
	 * @param sendBackChannelNonce the value, may be {@code null}
	 * @return these options
	 */
	public B sendBackChannelNonce(@Nullable Boolean sendBackChannelNonce) {
		return put("send_back_channel_nonce", sendBackChannelNonce);
	}

	/**
	 * Return whether scopes are written as OAuth 2.0 says.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean useOauthSpecScope() {
		return flag("useOauthSpecScope");
	}

	/**
	 * Set whether scopes are written as OAuth 2.0 says.
	 * @param useOauthSpecScope the value, may be {@code null}
	 * @return these options
	 */
	public B useOauthSpecScope(@Nullable Boolean useOauthSpecScope) {
		return put("useOauthSpecScope", useOauthSpecScope);
	}

}
