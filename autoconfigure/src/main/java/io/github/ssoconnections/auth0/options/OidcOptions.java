// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

/**
 * Options of a connection of strategy {@code oidc}.
 */
public final class OidcOptions extends OidcIdpOptions<OidcOptions> {

	static final DeclaredOptions<OidcOptions> DECLARED = new DeclaredOptions<>();

	/** {@code discovery_url}: Discovery URL of the IdP. */
	public static final ConnectionOption<OidcOptions, String> DISCOVERY_URL = DECLARED.text("discovery_url");

}
