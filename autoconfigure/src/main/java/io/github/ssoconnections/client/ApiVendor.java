// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * Vendor-specific behavior of the client.
 */
public interface ApiVendor {

	/**
	 * Return the account under which calls are observed and reported.
	 * @return the account, always the same
	 */
	Account account();

	/**
	 * Return the current credentials. Invoked before every attempt, so that a changed key
	 * takes effect immediately; must not block.
	 * @return the credentials, or {@code null} if they have to be fetched
	 */
	@Nullable Credentials credentials();

	/**
	 * Fetch the credentials, if {@link #credentials()} returns {@code null}.
	 * @return the credentials
	 */
	default Mono<Credentials> fetchCredentials() {
		return Mono.error(() -> new IllegalStateException("No credentials for " + account()));
	}

	/**
	 * Record that the vendor rejected the credentials (401).
	 * @param credentials the credentials
	 * @param again whether credentials of this call were rejected before
	 * @return whether to retry with other credentials
	 */
	default boolean rejected(Credentials credentials, boolean again) {
		return false;
	}

	/**
	 * Return the properties with the credentials, for messages.
	 * @return the names of the properties within those of the account
	 */
	default List<String> credentialProperties() {
		return List.of();
	}

	/**
	 * Return the headers of every request.
	 * @return the headers by name
	 */
	Map<String, String> headers();

	/**
	 * Read the response of a failed attempt.
	 * @param body the body, or {@code null} if it is absent, too large or not JSON
	 * @param headers the headers
	 * @return the errors of the vendor
	 */
	Failure readFailure(@Nullable JsonNode body, HttpHeaders headers);

	/**
	 * Return how to remedy a failure, for its message.
	 * @param status the status
	 * @param errors the errors
	 * @param scopes the scopes that the operation needs
	 * @return the remedy, or {@code null} if the errors say enough
	 */
	default @Nullable String remedy(int status, List<ApiError> errors, List<String> scopes) {
		return null;
	}

	/**
	 * Return whether the vendor rejected a request without processing it, so that a retry
	 * is safe.
	 * @param status the status
	 * @param errors the errors
	 * @return whether it is unprocessed
	 */
	boolean isUnprocessed(int status, List<ApiError> errors);

	/**
	 * Return until when the rate limit is exhausted according to a response.
	 * @param headers the headers of the response, of any status
	 * @return the time of the vendor's clock, or {@code null} if the limit is not
	 * exhausted
	 */
	default @Nullable Instant exhaustedUntil(HttpHeaders headers) {
		return null;
	}

	/**
	 * Credentials for the API, with base URL and rate limit.
	 *
	 * @param baseUrl the base URL of the API
	 * @param token the bearer token, or {@code null} to send none
	 * @param limit the rate limit of the vendor
	 */
	record Credentials(String baseUrl, @Nullable Secret token, RateLimit limit) {
	}

	/**
	 * Failure as described by the vendor.
	 *
	 * @param errors the errors in the vendor's order
	 * @param traceId the trace id of the call
	 */
	record Failure(List<ApiError> errors, @Nullable String traceId) {
	}

}
