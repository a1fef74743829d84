// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

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

	static final DeclaredOptions<SamlpOptions> DECLARED = new DeclaredOptions<>();

	/** {@code metadataUrl}: URL of the IdP metadata. */
	public static final ConnectionOption<SamlpOptions, String> METADATA_URL = DECLARED.text("metadataUrl");

	/**
	 * {@code metadataXml}: IdP metadata, an XML document. Invisible characters around it
	 * are removed.
	 */
	public static final ConnectionOption<SamlpOptions, String> METADATA_XML = DECLARED.text("metadataXml");

	/** {@code signOutEndpoint}: Single logout URL of the IdP. */
	public static final ConnectionOption<SamlpOptions, String> SIGN_OUT_ENDPOINT = DECLARED.text("signOutEndpoint");

	/**
	 * {@code disableSignout}: Whether users stay signed in at the IdP when they sign out.
	 */
	public static final ConnectionOption<SamlpOptions, Boolean> DISABLE_SIGNOUT = DECLARED.flag("disableSignout");

	/**
	 * {@code fieldsMap}: SAML attributes of the user's fields: by field, the name of an
	 * attribute or a list of names.
	 */
	public static final ConnectionOption<SamlpOptions, Map<String, @Nullable Object>> FIELDS_MAP = DECLARED
		.map("fieldsMap");

	/** {@code user_id_attribute}: SAML attribute with the user's id. */
	public static final ConnectionOption<SamlpOptions, String> USER_ID_ATTRIBUTE = DECLARED.text("user_id_attribute");

	/** {@code requestTemplate}: Template of requests to the IdP. */
	public static final ConnectionOption<SamlpOptions, String> REQUEST_TEMPLATE = DECLARED.text("requestTemplate");

	/** {@code deflate}: Whether requests are compressed. */
	public static final ConnectionOption<SamlpOptions, Boolean> DEFLATE = DECLARED.flag("deflate");

	/** {@code destinationUrl}: Destination that SAML responses must name. */
	public static final ConnectionOption<SamlpOptions, String> DESTINATION_URL = DECLARED.text("destinationUrl");

	/** {@code recipientUrl}: Recipient that assertions must name. */
	public static final ConnectionOption<SamlpOptions, String> RECIPIENT_URL = DECLARED.text("recipientUrl");

	/** {@code signing_key}: Key pair that signs requests. */
	public static final ConnectionOption<SamlpOptions, KeyPair> SIGNING_KEY = DECLARED.add("signing_key", KeyPair.TYPE);

	/**
	 * {@code global_token_revocation_jwt_iss}: Issuer of the tokens that request global
	 * token revocation.
	 */
	public static final ConnectionOption<SamlpOptions, String> GLOBAL_TOKEN_REVOCATION_JWT_ISS = DECLARED
		.text("global_token_revocation_jwt_iss");

	/**
	 * {@code global_token_revocation_jwt_sub}: Subject of the tokens that request global
	 * token revocation.
	 */
	public static final ConnectionOption<SamlpOptions, String> GLOBAL_TOKEN_REVOCATION_JWT_SUB = DECLARED
		.text("global_token_revocation_jwt_sub");

	/** {@code discovery_url}: URL of an OIDC discovery document. */
	public static final ConnectionOption<SamlpOptions, String> DISCOVERY_URL = DECLARED.text("discovery_url");

	/** {@code oidc_metadata}: Content of the discovery document as Auth0 stores it. */
	public static final ConnectionOption<SamlpOptions, Map<String, @Nullable Object>> OIDC_METADATA = DECLARED
		.map("oidc_metadata");

	/** {@code debug}: Whether sign-ins are logged in detail. */
	public static final ConnectionOption<SamlpOptions, Boolean> DEBUG = DECLARED.flag("debug");

}
