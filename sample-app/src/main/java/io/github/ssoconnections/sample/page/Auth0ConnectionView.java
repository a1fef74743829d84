// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.AuthenticationPurpose;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import org.jspecify.annotations.Nullable;

/**
 * A connection of Auth0 on the page.
 *
 * @param id the id
 * @param displayName the name on the login page
 * @param name the name
 * @param strategy the kind of IdP
 * @param domains the domains of its users, as far as the options can be seen
 * @param active whether users can sign in, {@code null} if the vendor did not say
 */
record Auth0ConnectionView(String id, String displayName, String name, String strategy, List<String> domains,
		@Nullable Boolean active) {

	static Auth0ConnectionView of(Auth0Connection connection) {
		String name = Objects.requireNonNullElse(connection.name(), "");
		ConnectionStrategy strategy = connection.strategy();
		AuthenticationPurpose authentication = connection.authentication();
		return new Auth0ConnectionView(Objects.requireNonNullElse(connection.id(), ""),
				Objects.requireNonNullElse(connection.displayName(), name), name,
				(strategy != null) ? strategy.value() : "", domains(connection.options()),
				(authentication != null) ? authentication.active() : null);
	}

	private static List<String> domains(@Nullable ConnectionOptions options) {
		if (options == null) {
			return List.of();
		}
		return Objects.requireNonNullElse(options.get(StrategyOptions.DOMAIN_ALIASES), List.of());
	}

}
