// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * New SCIM token. All fields are optional.
 */
public final class NewScimToken extends ApiBody<NewScimToken> {

	private static final long MIN_LIFETIME = 900;

	/**
	 * Set the scopes of the token.
	 * @param scopes the scopes, at least one, may be {@code null}
	 * @return this body
	 */
	public NewScimToken scopes(@Nullable List<String> scopes) {
		Assert.isTrue(scopes == null || !scopes.isEmpty(), "'scopes' must not be empty");
		return put("scopes", scopes);
	}

	/**
	 * Set the scopes of the token.
	 * @param scope the first scope
	 * @param furtherScopes the other scopes
	 * @return this body
	 */
	public NewScimToken scopes(String scope, String... furtherScopes) {
		return scopes(Stream.concat(Stream.of(scope), Stream.of(furtherScopes)).toList());
	}

	/**
	 * Set the lifetime of the token.
	 * @param tokenLifetime the lifetime in seconds, more than 900; {@code null} for no
	 * expiry
	 * @return this body
	 */
	public NewScimToken tokenLifetime(@Nullable Long tokenLifetime) {
		Assert.isTrue(tokenLifetime == null || tokenLifetime > MIN_LIFETIME,
				"'tokenLifetime' must be more than 900 seconds");
		return put("token_lifetime", tokenLifetime);
	}

}
