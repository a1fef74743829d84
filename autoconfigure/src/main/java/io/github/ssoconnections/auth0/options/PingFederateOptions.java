// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

/**
 * Options of a connection of strategy {@code pingfederate}.
 */
public final class PingFederateOptions extends SamlIdpOptions<PingFederateOptions> {

	static final DeclaredOptions<PingFederateOptions> DECLARED = new DeclaredOptions<>();

	/** {@code pingFederateBaseUrl}: Base URL of PingFederate. */
	public static final ConnectionOption<PingFederateOptions, String> PING_FEDERATE_BASE_URL = DECLARED
		.text("pingFederateBaseUrl");

}
