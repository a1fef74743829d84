// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.client.AccessTokens.AccessToken;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Vendor of the token endpoint, which has its own rate limit and needs no token.
 *
 * @see <a href=
 * "https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens/get-management-api-access-tokens-for-production">
 * Tokens for the Management API</a>
 */
final class TokenEndpoint extends Auth0Vendor {

	private static final ApiOperation<AccessToken> FETCH = ApiOperation.of("oauth.token", HttpMethod.POST,
			"/oauth/token", Effect.READ, ResponseType.of(AccessToken.class));

	private final Auth0ConnectionDetails details;

	private final ApiClient client;

	TokenEndpoint(WebClient.Builder webClientBuilder, Auth0ConnectionDetails details, ApiClientSettings settings,
			ApiClient.Instruments instruments) {
		super(details);
		this.details = details;
		RateLimitSettings limit = settings.rateLimit().withLimit(null).withInstances(1).withShared(null);
		this.client = new ApiClient(webClientBuilder, this, settings.withRateLimit(limit), instruments);
	}

	@Override
	public Credentials credentials() {
		return new Credentials(ClientCredentials.addressOf(this.details), null, LIMIT);
	}

	Mono<AccessToken> fetch(ClientCredentials credentials) {
		return this.client.execute(FETCH.call().form(credentials.toForm()));
	}

}
