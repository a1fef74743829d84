// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import org.jspecify.annotations.Nullable;

/**
 * New connection. Auth0 requires a name and a strategy, and options that depend on the
 * strategy. Applications are enabled afterwards, with {@link Auth0ConnectionClients}.
 */
public final class NewAuth0Connection extends ConnectionBody<NewAuth0Connection> {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](?:-?[a-zA-Z0-9])*+");

	private static final int MAX_NAME = 128;

	/**
	 * Set the name, unique in the tenant. It cannot be changed later.
	 * @param name at most 128 letters, digits and single hyphens between them, may be
	 * {@code null}
	 * @return this body
	 */
	public NewAuth0Connection name(@Nullable String name) {
		Assert.isTrue(name == null || (name.length() <= MAX_NAME && NAME.matcher(name).matches()),
				"'name' must be 1 to 128 letters, digits and single hyphens between them");
		return put("name", name);
	}

	/**
	 * Set the kind of IdP. It cannot be changed later.
	 * @param strategy the kind of IdP, may be {@code null}
	 * @return this body
	 */
	public NewAuth0Connection strategy(@Nullable ConnectionStrategy strategy) {
		return put("strategy", strategy);
	}

	/**
	 * Set the options of the strategy.
	 * @param options the options, may be {@code null}
	 * @return this body
	 */
	public NewAuth0Connection options(@Nullable StrategyOptions<?> options) {
		return put("options", options);
	}

}
