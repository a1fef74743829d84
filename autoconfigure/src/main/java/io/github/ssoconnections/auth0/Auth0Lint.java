// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Looks at a connection that is about to be created at Auth0, or is there, for what Auth0
 * would accept and users would stumble over. Nothing is sent and nothing is read: what
 * cannot be told from what is given is not found.
 * <p>
 * Findings come with the worst first.
 *
 * @see FindingCode
 */
public final class Auth0Lint {

	private static final ConnectionOptions NONE = ConnectionOptions.of(new OtherOptions().fields());

	private Auth0Lint() {
	}

	/**
	 * Look at a connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(NewAuth0Connection connection, Instant now) {
		return check(connection, now, PublicDomains.defaults());
	}

	/**
	 * Look at a connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @param publicDomains the domains that belong to no one company
	 * @return what there is to say
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
	 * Look at a connection as it is.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say, nothing if its options could not be read
	 */
	public static List<Finding> check(Auth0Connection connection, Instant now) {
		return check(connection, now, PublicDomains.defaults());
	}

	/**
	 * Look at a connection as it is.
	 * @param connection the connection
	 * @param now the current time
	 * @param publicDomains the domains that belong to no one company
	 * @return what there is to say, nothing if its options could not be read
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
	 * Look at a connection as {@link Auth0ConnectionService#mergeOptions} would leave it.
	 * @param connection the connection as it is
	 * @param change the options that are to be changed
	 * @param now the current time
	 * @return what there is to say, nothing if its options could not be read
	 */
	public static List<Finding> check(Auth0Connection connection, StrategyOptions<?> change, Instant now) {
		return check(connection, change, now, PublicDomains.defaults());
	}

	/**
	 * Look at a connection as {@link Auth0ConnectionService#mergeOptions} would leave it.
	 * @param connection the connection as it is
	 * @param change the options that are to be changed
	 * @param now the current time
	 * @param publicDomains the domains that belong to no one company
	 * @return what there is to say, nothing if its options could not be read
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
