// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import io.github.ssoconnections.sandbox.rest.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that were issued. A token from elsewhere allows everything.
 */
final class Tokens {

	private static final String PREFIX = "auth0_sandbox_";

	private static final Duration DEFAULT_LIFETIME = Duration.ofDays(1);

	private final Map<String, Token> issued = new HashMap<>();

	private final InstantSource clock;

	private Access granted = Access.FULL;

	private Duration lifetime = DEFAULT_LIFETIME;

	Tokens(InstantSource clock) {
		this.clock = clock;
	}

	void reset() {
		this.granted = Access.FULL;
		this.lifetime = DEFAULT_LIFETIME;
	}

	void grant(Access access) {
		this.granted = access;
	}

	Access granted() {
		return this.granted;
	}

	void lifetime(Duration lifetime) {
		this.lifetime = lifetime;
	}

	Duration lifetime() {
		return this.lifetime;
	}

	String issue(Access access) {
		String token = Ids.next(PREFIX, 40);
		this.issued.put(token, new Token(access, this.clock.instant().plus(this.lifetime)));
		return token;
	}

	void revoke() {
		this.issued.clear();
	}

	/**
	 * Return what a request may do.
	 * @param authorization the header, or {@code null} if it was not sent
	 * @return what its token allows
	 */
	Access access(@Nullable String authorization) {
		String[] words = (authorization != null) ? authorization.trim().split(" +", 2) : new String[0];
		if (words.length != 2 || !words[0].equalsIgnoreCase("Bearer")) {
			throw new Auth0Exception(401, "Missing authentication", null);
		}
		Token token = this.issued.get(words[1]);
		if (token != null && token.expiry().isAfter(this.clock.instant())) {
			return token.access();
		}
		if (words[1].startsWith(PREFIX)) {
			throw new Auth0Exception(401,
					(token != null) ? "Expired token received for JSON Web Token validation" : "Invalid token", null);
		}
		return Access.FULL;
	}

	private record Token(Access access, Instant expiry) {

	}

}
