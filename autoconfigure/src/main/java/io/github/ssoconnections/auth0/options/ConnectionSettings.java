// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

/**
 * Settings of the requests of an OIDC connection to its IdP.
 */
public final class ConnectionSettings extends OptionsObject<ConnectionSettings> {

	static final DeclaredOptions<ConnectionSettings> DECLARED = new DeclaredOptions<>();

	/**
	 * {@code pkce}: Use of PKCE: {@code auto} (the default), {@code S256}, {@code plain}
	 * or {@code disabled}.
	 */
	public static final ConnectionOption<ConnectionSettings, String> PKCE = DECLARED.text("pkce");

	static final OptionType<ConnectionSettings> TYPE = OptionType
		.object((value) -> read(value, ConnectionSettings.class, ConnectionSettings::new), DECLARED);

}
