// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.jspecify.annotations.Nullable;

/**
 * Options of a connection of strategy {@code pingfederate}.
 */
public final class PingFederateOptions extends SamlIdpOptions<PingFederateOptions> {

	/**
	 * Return the address of PingFederate.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String pingFederateBaseUrl() {
		return text("pingFederateBaseUrl");
	}

	/**
	 * Set the address of PingFederate.
	 * @param pingFederateBaseUrl the value, may be {@code null}
	 * @return these options
	 */
	public PingFederateOptions pingFederateBaseUrl(@Nullable String pingFederateBaseUrl) {
		return put("pingFederateBaseUrl", pingFederateBaseUrl);
	}

}
