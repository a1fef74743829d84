// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.jspecify.annotations.Nullable;

/**
 * How an OIDC connection talks to its IdP.
 */
public final class ConnectionSettings extends OptionsObject<ConnectionSettings> {

	/**
	 * Return how PKCE is used: {@code auto}, {@code S256}, {@code plain} or {@code
	 * disabled}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String pkce() {
		return text("pkce");
	}

	/**
	 * Set how PKCE is used: {@code auto}, {@code S256}, {@code plain} or {@code
	 * disabled}.
	 * @param pkce the value, may be {@code null}
	 * @return these options
	 */
	public ConnectionSettings pkce(@Nullable String pkce) {
		return put("pkce", pkce);
	}

}
