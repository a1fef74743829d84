// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ApiVendor;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * Vendor of the APIs of Auth0, with their common behavior.
 */
abstract class Auth0Vendor implements ApiVendor {

	static final String NAME = "auth0";

	/** Rate limit of the smallest plan. */
	static final RateLimit LIMIT = RateLimit.of(2, Duration.ofSeconds(1));

	private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

	/** Scope in a message, which then names the one that is missing. */
	private static final Pattern SCOPE = Pattern.compile("[a-z]:[a-z]");

	private final Account account;

	Auth0Vendor(Auth0ConnectionDetails details) {
		this.account = new Account(NAME, details.account());
	}

	@Override
	public Account account() {
		return this.account;
	}

	@Override
	public List<String> credentialProperties() {
		return List.of("token", "client-id", "client-secret");
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
	public @Nullable String remedy(int status, List<ApiError> errors, List<String> scopes) {
		boolean insufficient = status == 403 && errors.stream()
			.anyMatch((error) -> "insufficient_scope".equals(error.code())
					&& !SCOPE.matcher(String.valueOf(error.text())).find());
		return (insufficient && !scopes.isEmpty())
				? scopes.stream().collect(Collectors.joining("', '", "needs the scope '", "'")) : null;
	}

	@Override
	public boolean isUnprocessed(int status, List<ApiError> errors) {
		return status == 429;
	}

	@Override
	public @Nullable Instant exhaustedUntil(HttpHeaders headers) {
		if (!"0".equals(text(headers, "x-ratelimit-remaining"))) {
			return null;
		}
		String reset = text(headers, "x-ratelimit-reset");
		return SECONDS.matcher(reset).matches() ? Instant.ofEpochSecond(Long.parseLong(reset)) : null;
	}

	private static String text(HttpHeaders headers, String name) {
		String value = headers.getFirst(name);
		return (value != null) ? value.strip() : "";
	}

}
