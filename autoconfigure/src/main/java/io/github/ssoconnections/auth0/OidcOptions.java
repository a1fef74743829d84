// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.jspecify.annotations.Nullable;

/**
 * Options of a connection of strategy {@code oidc}.
 */
public final class OidcOptions extends OidcIdpOptions<OidcOptions> {

	/**
	 * Return the discovery URL of the IdP.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String discoveryUrl() {
		return text("discovery_url");
	}

	/**
	 * Set the discovery URL of the IdP.
	 * @param discoveryUrl the value, may be {@code null}
	 * @return these options
	 */
	public OidcOptions discoveryUrl(@Nullable String discoveryUrl) {
		return put("discovery_url", discoveryUrl);
	}

}
