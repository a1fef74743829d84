// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.client.AccessTokens;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.StringUtils;

/**
 * Vendor of the Management API, with a configured or a fetched access token.
 *
 * @see <a href="https://auth0.com/docs/api/management/v2">Management API</a>
 */
final class ManagementApi extends Auth0Vendor {

	private static final String PATH = "/api/v2";

	private final Auth0ConnectionDetails details;

	private final AccessTokens<ClientCredentials> tokens;

	ManagementApi(Auth0ConnectionDetails details, AccessTokens<ClientCredentials> tokens) {
		super(details);
		this.details = details;
		this.tokens = tokens;
	}

	@Override
	public @Nullable Credentials credentials() {
		String given = this.details.getToken();
		Secret token = StringUtils.hasText(given) ? Secret.of(given)
				: this.tokens.current(ClientCredentials.of(this.details));
		return (token != null) ? credentials(token) : null;
	}

	@Override
	public Mono<Credentials> fetchCredentials() {
		return Mono.defer(() -> this.tokens.fetch(ClientCredentials.of(this.details))).map(this::credentials);
	}

	private Credentials credentials(Secret token) {
		return new Credentials(ClientCredentials.addressOf(this.details) + PATH, token, LIMIT);
	}

	@Override
	public boolean rejected(Credentials credentials, boolean again) {
		return credentials.token() != null && !StringUtils.hasText(this.details.getToken())
				&& this.tokens.rejected(credentials.token(), again);
	}

}
