// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.math.BigDecimal;
import java.time.Duration;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.http.AccessTokens.AccessToken;
import io.github.ssoconnections.http.ApiClient;
import io.github.ssoconnections.http.ApiClientSettings;
import io.github.ssoconnections.http.ApiOperation;
import io.github.ssoconnections.http.Effect;
import io.github.ssoconnections.http.RateLimitSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The token endpoint, which has a limit of its own and takes no token.
 *
 * @see <a href=
 * "https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens/get-management-api-access-tokens-for-production">
 * Tokens for the Management API</a>
 */
final class TokenEndpoint extends Auth0Vendor {

	private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(365).toSeconds());

	private static final ApiOperation<Token> FETCH = ApiOperation.of("oauth.token", HttpMethod.POST, "/oauth/token",
			Effect.READ, new TypeReference<>() {
			});

	private final Auth0ConnectionDetails details;

	private final ApiClient client;

	TokenEndpoint(WebClient.Builder webClientBuilder, Auth0ConnectionDetails details, ApiClientSettings settings,
			ApiClient.Instruments instruments) {
		this.details = details;
		RateLimitSettings limit = settings.rateLimit().withLimit(null).withInstances(1).withShared(null);
		this.client = new ApiClient(webClientBuilder, this, settings.withRateLimit(limit), instruments);
	}

	@Override
	public Access access() {
		return new Access(ClientCredentials.addressOf(this.details), null, LIMIT);
	}

	Mono<AccessToken> fetch(ClientCredentials credentials) {
		return this.client.execute(FETCH.call().form(credentials.toForm())).map(Token::toAccessToken);
	}

	/**
	 * What the token endpoint answers.
	 *
	 * @param accessToken the token
	 * @param expiresIn how long it holds, in seconds
	 */
	record Token(@Nullable Secret accessToken, @Nullable BigDecimal expiresIn) {

		Token {
			Assert.isTrue(accessToken != null && !accessToken.value().isBlank(), "'access_token' must not be empty");
		}

		AccessToken toAccessToken() {
			Assert.state(this.accessToken != null, "There is no token");
			Duration lifetime = (this.expiresIn != null)
					? Duration.ofSeconds(this.expiresIn.max(BigDecimal.ZERO).min(LONGEST).longValue()) : null;
			return new AccessToken(this.accessToken, lifetime);
		}

	}

}
