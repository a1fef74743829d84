// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import io.github.ssoconnections.sandbox.RecordedRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Credentials of an application's accounts at the sandbox. Each account has its own, so
 * that a request shows the account that sent it. They work at no vendor.
 */
public final class SandboxCredentials {

	/** The name of the account without a name. */
	public static final String DEFAULT_ACCOUNT = "default";

	private static final String CLERK = "sk_test_sandbox";

	private static final String AUTH0 = "sandbox-token";

	private static final String BEARER = "Bearer ";

	private SandboxCredentials() {
	}

	/**
	 * Return the key of an account at Clerk.
	 * @param account the name of the account, {@code default} for the one without a name
	 * @return the key, which starts with {@code sk_test_}
	 */
	public static String clerkApiKey(String account) {
		return of(CLERK, account);
	}

	/**
	 * Return the token of an account at Auth0. It has all scopes, and does not expire.
	 * @param account the name of the account, {@code default} for the one without a name
	 * @return the token
	 */
	public static String auth0Token(String account) {
		return of(AUTH0, account);
	}

	/**
	 * Return the account that sent a request.
	 * @param request the request
	 * @return the name of the account, {@code default} for the one without a name,
	 * {@code null} if the credentials of the request are not from here
	 */
	public static @Nullable String account(RecordedRequest request) {
		String authorization = request.header("Authorization");
		if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			return null;
		}
		String credentials = authorization.substring(BEARER.length()).strip();
		for (String prefix : new String[] { CLERK, AUTH0 }) {
			if (credentials.equals(prefix)) {
				return DEFAULT_ACCOUNT;
			}
			if (credentials.startsWith(prefix + '_')) {
				return credentials.substring(prefix.length() + 1);
			}
		}
		return null;
	}

	private static String of(String prefix, String account) {
		Assert.hasText(account, "'account' must not be empty");
		return account.equals(DEFAULT_ACCOUNT) ? prefix : prefix + '_' + account;
	}

}
