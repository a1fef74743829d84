// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;

/**
 * Checks a new or existing connection for settings that Auth0 accepts but that break or
 * endanger sign-ins. Makes no request, and so finds only what follows from the given
 * connection.
 * <p>
 * Findings are sorted by severity, errors first.
 *
 * @see FindingCode
 */
public final class Auth0Lint {

	private static final ConnectionOptions NONE = ConnectionOptions.of(new OtherOptions().fields());

	private Auth0Lint() {
	}

	/**
	 * Check a connection before it is created.
	 * @param connection the connection
	 * @param now the current time
	 * @return the findings
	 */
	public static List<Finding> check(NewAuth0Connection connection, Instant now) {
		return check(connection, now, PublicDomains.defaults());
	}

	/**
	 * Check a connection before it is created.
	 * @param connection the connection
	 * @param now the current time
	 * @param publicDomains the public domains
	 * @return the findings
	 */
	public static List<Finding> check(NewAuth0Connection connection, Instant now, PublicDomains publicDomains) {
		Assert.notNull(connection, "'connection' must not be null");
		Map<String, @Nullable Object> fields = connection.fields();
		ConnectionOptions options = (fields.get("options") instanceof StrategyOptions<?> set)
				? ConnectionOptions.of(set.fields()) : NONE;
		return new Auth0Rules(String.valueOf(fields.get("strategy")), options, options, now, publicDomains)
			.run(Boolean.FALSE.equals(fields.get("show_as_button")));
	}

	/**
	 * Check an existing connection.
	 * @param connection the connection
	 * @param now the current time
	 * @return the findings; empty if the options could not be read
	 */
	public static List<Finding> check(Auth0Connection connection, Instant now) {
		return check(connection, now, PublicDomains.defaults());
	}

	/**
	 * Check an existing connection.
	 * @param connection the connection
	 * @param now the current time
	 * @param publicDomains the public domains
	 * @return the findings; empty if the options could not be read
	 */
	public static List<Finding> check(Auth0Connection connection, Instant now, PublicDomains publicDomains) {
		Assert.notNull(connection, "'connection' must not be null");
		ConnectionOptions options = connection.options();
		if (options == null) {
			return List.of();
		}
		return new Auth0Rules(String.valueOf(connection.strategy()), options, NONE, now, publicDomains)
			.run(Boolean.FALSE.equals(connection.showAsButton()));
	}

	/**
	 * Check the result of a {@link Auth0ConnectionService#mergeOptions} before it is
	 * sent.
	 * @param connection the existing connection
	 * @param change the changed options
	 * @param now the current time
	 * @return the findings; empty if the options could not be read
	 */
	public static List<Finding> check(Auth0Connection connection, StrategyOptions<?> change, Instant now) {
		return check(connection, change, now, PublicDomains.defaults());
	}

	/**
	 * Check the result of a {@link Auth0ConnectionService#mergeOptions} before it is
	 * sent.
	 * @param connection the existing connection
	 * @param change the changed options
	 * @param now the current time
	 * @param publicDomains the public domains
	 * @return the findings; empty if the options could not be read
	 */
	public static List<Finding> check(Auth0Connection connection, StrategyOptions<?> change, Instant now,
			PublicDomains publicDomains) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.notNull(change, "'change' must not be null");
		ConnectionOptions options = connection.options();
		if (options == null) {
			return List.of();
		}
		ConnectionOptions merged = ConnectionOptions.of(ConnectionUpdates.merge(options, change.fields()).fields());
		return new Auth0Rules(String.valueOf(connection.strategy()), merged, ConnectionOptions.of(change.fields()), now,
				publicDomains)
			.run(Boolean.FALSE.equals(connection.showAsButton()));
	}

}
