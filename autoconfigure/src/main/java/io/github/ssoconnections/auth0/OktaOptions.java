// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.jspecify.annotations.Nullable;

/**
 * Options of a connection of strategy {@code okta}.
 */
public final class OktaOptions extends OidcIdpOptions<OktaOptions> {

	/**
	 * Return the Okta domain, such as {@code acme.okta.com}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String domain() {
		return text("domain");
	}

	/**
	 * Set the Okta domain, such as {@code acme.okta.com}.
	 * @param domain the value, may be {@code null}
	 * @return these options
	 */
	public OktaOptions domain(@Nullable String domain) {
		return put("domain", domain);
	}

}
