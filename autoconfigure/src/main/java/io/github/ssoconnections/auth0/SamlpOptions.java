// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options of a connection of strategy {@code samlp}.
 *
 * @see <a href=
 * "https://auth0.com/docs/authenticate/identity-providers/enterprise-identity-providers/saml">Auth0:
 * Connect Your Application to SAML Identity Providers</a>
 */
public final class SamlpOptions extends SamlIdpOptions<SamlpOptions> {

	/**
	 * Return the URL of the metadata of the IdP.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String metadataUrl() {
		return text("metadataUrl");
	}

	/**
	 * Set the URL of the metadata of the IdP.
	 * @param metadataUrl the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions metadataUrl(@Nullable String metadataUrl) {
		return put("metadataUrl", metadataUrl);
	}

	/**
	 * Return the metadata of the IdP, an XML document.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String metadataXml() {
		return text("metadataXml");
	}

	/**
	 * Set the metadata of the IdP, an XML document.
	 * @param metadataXml the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions metadataXml(@Nullable String metadataXml) {
		return put("metadataXml", InlineMetadata.stripped("metadataXml", metadataXml));
	}

	/**
	 * Return the single logout URL of the IdP.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String signOutEndpoint() {
		return text("signOutEndpoint");
	}

	/**
	 * Set the single logout URL of the IdP.
	 * @param signOutEndpoint the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions signOutEndpoint(@Nullable String signOutEndpoint) {
		return put("signOutEndpoint", signOutEndpoint);
	}

	/**
	 * Return whether users are not signed out at the IdP.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean disableSignout() {
		return flag("disableSignout");
	}

	/**
	 * Set whether users are not signed out at the IdP.
	 * @param disableSignout the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions disableSignout(@Nullable Boolean disableSignout) {
		return put("disableSignout", disableSignout);
	}

	/**
	 * Return which SAML attribute fills which field of the user: by field, the name of an
	 * attribute or a list of names.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable Map<String, @Nullable Object> fieldsMap() {
		return object("fieldsMap");
	}

	/**
	 * Set which SAML attribute fills which field of the user: by field, the name of an
	 * attribute or a list of names.
	 * @param fieldsMap the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions fieldsMap(@Nullable Map<String, @Nullable Object> fieldsMap) {
		return put("fieldsMap", fieldsMap);
	}

	/**
	 * Return the SAML attribute with the id of the user.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String userIdAttribute() {
		return text("user_id_attribute");
	}

	/**
	 * Set the SAML attribute with the id of the user.
	 * @param userIdAttribute the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions userIdAttribute(@Nullable String userIdAttribute) {
		return put("user_id_attribute", userIdAttribute);
	}

	/**
	 * Return the template of requests to the IdP.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String requestTemplate() {
		return text("requestTemplate");
	}

	/**
	 * Set the template of requests to the IdP.
	 * @param requestTemplate the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions requestTemplate(@Nullable String requestTemplate) {
		return put("requestTemplate", requestTemplate);
	}

	/**
	 * Return whether requests are compressed.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean deflate() {
		return flag("deflate");
	}

	/**
	 * Set whether requests are compressed.
	 * @param deflate the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions deflate(@Nullable Boolean deflate) {
		return put("deflate", deflate);
	}

	/**
	 * Return the URL that answers must be addressed to.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String destinationUrl() {
		return text("destinationUrl");
	}

	/**
	 * Set the URL that answers must be addressed to.
	 * @param destinationUrl the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions destinationUrl(@Nullable String destinationUrl) {
		return put("destinationUrl", destinationUrl);
	}

	/**
	 * Return the URL that assertions must be meant for.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String recipientUrl() {
		return text("recipientUrl");
	}

	/**
	 * Set the URL that assertions must be meant for.
	 * @param recipientUrl the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions recipientUrl(@Nullable String recipientUrl) {
		return put("recipientUrl", recipientUrl);
	}

	/**
	 * Return the key pair that requests are signed with.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable KeyPair signingKey() {
		return part("signing_key", KeyPair.class, KeyPair::new);
	}

	/**
	 * Set the key pair that requests are signed with.
	 * @param signingKey the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions signingKey(@Nullable KeyPair signingKey) {
		return put("signing_key", signingKey);
	}

	/**
	 * Return the issuer of tokens that ask for global token revocation.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String globalTokenRevocationJwtIss() {
		return text("global_token_revocation_jwt_iss");
	}

	/**
	 * Set the issuer of tokens that ask for global token revocation.
	 * @param globalTokenRevocationJwtIss the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions globalTokenRevocationJwtIss(@Nullable String globalTokenRevocationJwtIss) {
		return put("global_token_revocation_jwt_iss", globalTokenRevocationJwtIss);
	}

	/**
	 * Return the subject of tokens that ask for global token revocation.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String globalTokenRevocationJwtSub() {
		return text("global_token_revocation_jwt_sub");
	}

	/**
	 * Set the subject of tokens that ask for global token revocation.
	 * @param globalTokenRevocationJwtSub the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions globalTokenRevocationJwtSub(@Nullable String globalTokenRevocationJwtSub) {
		return put("global_token_revocation_jwt_sub", globalTokenRevocationJwtSub);
	}

	/**
	 * Return whether more is logged about sign-ins.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean debug() {
		return flag("debug");
	}

	/**
	 * Set whether more is logged about sign-ins.
	 * @param debug the value, may be {@code null}
	 * @return these options
	 */
	public SamlpOptions debug(@Nullable Boolean debug) {
		return put("debug", debug);
	}

}
