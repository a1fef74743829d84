// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;

import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.RetryPolicy;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.testing.Wire;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Helpers of the tests of this package.
 */
final class Auth0 {

	/** Longer than anything takes: reached only when a test fails. */
	static final Duration TIMEOUT = Duration.ofSeconds(20);

	private Auth0() {
	}

	/**
	 * Create a client without retries and without a rate limit.
	 */
	static Auth0Client client(Wire wire) {
		return client(wire.webClientBuilder(), Auth0ConnectionDetails.ofToken(wire.server().baseUrl(), "auth0-wire"),
				wire.instruments());
	}

	static Auth0Client client(WebClient.Builder builder, String baseUrl) {
		return client(builder, baseUrl, "auth0-wire");
	}

	static Auth0Client client(WebClient.Builder builder, String baseUrl, String token) {
		return client(builder, Auth0ConnectionDetails.ofToken(baseUrl, token), ApiClient.Instruments.NONE);
	}

	static Auth0Client earlyAccessClient(WebClient.Builder builder, String baseUrl) {
		return Auth0Client.create(builder, Auth0ConnectionDetails.ofToken(baseUrl, "auth0-wire"),
				settings().withEarlyAccessOrganizationConnections(true));
	}

	private static Auth0Client client(WebClient.Builder builder, Auth0ConnectionDetails details,
			ApiClient.Instruments instruments) {
		return Auth0Client.create(builder, details, settings(), instruments);
	}

	private static Auth0Settings settings() {
		return Auth0Settings.defaults()
			.withClient(ApiClientSettings.defaults()
				.withRetryPolicy(RetryPolicy.never())
				.withRateLimit(RateLimitSettings.disabled()));
	}

	static Auth0ConnectionService connections(Wire wire) {
		return Auth0ConnectionService.create(client(wire));
	}

	static <T> T result(Mono<T> mono) {
		return mono.blockOptional(TIMEOUT).orElseThrow();
	}

}
