// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;

/**
 * Declared options of all enterprise strategies.
 */
final class EnterpriseOptions {

	static final DeclaredOptions<?> DECLARED = DeclaredOptions
		.union(List.of(StrategyOptions.DECLARED, SamlIdpOptions.DECLARED, SamlpOptions.DECLARED,
				PingFederateOptions.DECLARED, OidcIdpOptions.DECLARED, OidcOptions.DECLARED, OktaOptions.DECLARED,
				WaadOptions.DECLARED, AdfsOptions.DECLARED, GoogleAppsOptions.DECLARED, AdOptions.DECLARED));

	private EnterpriseOptions() {
	}

}
