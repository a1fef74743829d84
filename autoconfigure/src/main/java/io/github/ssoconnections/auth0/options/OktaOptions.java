// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

/**
 * Options of a connection of strategy {@code okta}.
 */
public final class OktaOptions extends OidcIdpOptions<OktaOptions> {

	static final DeclaredOptions<OktaOptions> DECLARED = new DeclaredOptions<>();

	/** {@code domain}: Okta domain, such as {@code acme.okta.com}. */
	public static final ConnectionOption<OktaOptions, String> DOMAIN = DECLARED.text("domain");

}
