// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.ssoconnections.auth0.options.ConnectionOptions;

/**
 * Finds options of enterprise connections whose JSON type differs from the declared type.
 */
final class UnexpectedOptions {

	private static final Set<String> STRATEGIES = Set.of("ad", "adfs", "google-apps", "oidc", "okta", "pingfederate",
			"samlp", "waad");

	private UnexpectedOptions() {
	}

	/**
	 * Return the options of an unexpected type.
	 * @param connection the connection
	 * @return the paths of the options, such as {@code options.idpinitiated.enabled}
	 */
	static Set<String> of(Auth0Connection connection) {
		ConnectionOptions options = connection.options();
		ConnectionStrategy strategy = connection.strategy();
		if (options == null || (strategy != null && !STRATEGIES.contains(strategy.value()))) {
			return Set.of();
		}
		Set<String> paths = options.unexpectedTypes();
		return paths.isEmpty() ? paths
				: paths.stream().map((path) -> "options." + path).collect(Collectors.toCollection(TreeSet::new));
	}

}
