// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.http.ApiVendor;
import io.github.ssoconnections.http.BaseUrl;
import io.github.ssoconnections.http.RateLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * Auth0's Management API, as the pipeline sees it.
 *
 * @see <a href="https://auth0.com/docs/api/management/v2">Management API</a>
 */
final class Auth0Vendor implements ApiVendor {

	static final String NAME = "auth0";

	/** What the smallest plan allows. */
	private static final RateLimit LIMIT = RateLimit.of(2, Duration.ofSeconds(1));

	private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

	private final Auth0ConnectionDetails details;

	Auth0Vendor(Auth0ConnectionDetails details) {
		this.details = details;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Access access() {
		return new Access(BaseUrl.check(this.details.getBaseUrl()) + "/api/v2",
				Secret.of(String.valueOf(this.details.getToken())), LIMIT);
	}

	@Override
	public Map<String, String> headers() {
		return Map.of();
	}

	@Override
	public Failure readFailure(@Nullable JsonNode body, HttpHeaders headers) {
		return Auth0Errors.read(body, headers);
	}

	@Override
	public boolean turnedAway(int status, List<ApiError> errors) {
		return status == 429;
	}

	@Override
	public @Nullable Instant exhaustedUntil(HttpHeaders headers) {
		String remaining = headers.getFirst("x-ratelimit-remaining");
		String reset = headers.getFirst("x-ratelimit-reset");
		boolean exhausted = remaining != null && remaining.strip().equals("0");
		return (exhausted && reset != null && SECONDS.matcher(reset.strip()).matches())
				? Instant.ofEpochSecond(Long.parseLong(reset.strip())) : null;
	}

}
