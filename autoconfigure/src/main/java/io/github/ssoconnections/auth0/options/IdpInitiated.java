// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

/**
 * IdP-initiated sign-in at a SAML connection.
 */
public final class IdpInitiated extends OptionsObject<IdpInitiated> {

	static final DeclaredOptions<IdpInitiated> DECLARED = new DeclaredOptions<>();

	/** {@code enabled}: Whether the IdP can initiate a sign-in. */
	public static final ConnectionOption<IdpInitiated, Boolean> ENABLED = DECLARED.flag("enabled");

	/** {@code client_id}: Client id of the application that users are redirected to. */
	public static final ConnectionOption<IdpInitiated, String> CLIENT_ID = DECLARED.text("client_id");

	/**
	 * {@code client_protocol}: Protocol of that application: {@code oidc}, {@code samlp}
	 * or {@code wsfed}.
	 */
	public static final ConnectionOption<IdpInitiated, String> CLIENT_PROTOCOL = DECLARED.text("client_protocol");

	/** {@code client_authorizequery}: Query that is passed to that application. */
	public static final ConnectionOption<IdpInitiated, String> CLIENT_AUTHORIZE_QUERY = DECLARED
		.text("client_authorizequery");

	static final OptionType<IdpInitiated> TYPE = OptionType
		.object((value) -> read(value, IdpInitiated.class, IdpInitiated::new), DECLARED);

}
