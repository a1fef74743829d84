// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A SCIM token to be created. Nothing needs to be set.
 */
public final class NewScimToken extends ApiBody<NewScimToken> {

	private static final long MIN_LIFETIME = 900;

	/**
	 * Set what the token may be used for.
	 * @param scopes the scopes, at least one, may be {@code null}
	 * @return this body
	 */
	public NewScimToken scopes(@Nullable List<String> scopes) {
		Assert.isTrue(scopes == null || !scopes.isEmpty(), "'scopes' must not be empty");
		return put("scopes", scopes);
	}

	/**
	 * Set what the token may be used for.
	 * @param scope the first scope
	 * @param furtherScopes the other scopes
	 * @return this body
	 */
	public NewScimToken scopes(String scope, String... furtherScopes) {
		return scopes(Stream.concat(Stream.of(scope), Stream.of(furtherScopes)).toList());
	}

	/**
	 * Set how long the token is valid.
	 * @param tokenLifetime the time in seconds, more than 900; {@code null} for ever
	 * @return this body
	 */
	public NewScimToken tokenLifetime(@Nullable Long tokenLifetime) {
		Assert.isTrue(tokenLifetime == null || tokenLifetime > MIN_LIFETIME,
				"'tokenLifetime' must be more than 900 seconds");
		return put("token_lifetime", tokenLifetime);
	}

}
