// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * What the pipeline needs to know of a vendor.
 */
public interface ApiVendor {

	/**
	 * Return the name under which the vendor is observed and reported.
	 * @return the name, such as {@code clerk}
	 */
	String name();

	/**
	 * Return where and as whom to call. Asked before every attempt, so that a changed key
	 * works at once; must not block.
	 * @return the credentials, or {@code null} if it has to be fetched
	 */
	@Nullable Credentials credentials();

	/**
	 * Fetch the credentials that is not at hand.
	 * @return the credentials
	 */
	default Mono<Credentials> fetchCredentials() {
		return Mono.error(() -> new IllegalStateException("There is no credentials to " + name()));
	}

	/**
	 * Take note that the vendor has refused an credentials (401).
	 * @param credentials the credentials
	 * @param again whether this call has been refused before
	 * @return whether to call again, with another credentials
	 */
	default boolean rejected(Credentials credentials, boolean again) {
		return false;
	}

	/**
	 * Return the headers that every request carries.
	 * @return the headers by name
	 */
	Map<String, String> headers();

	/**
	 * Read the answer of a failed attempt.
	 * @param body the body, or {@code null} if it is absent, too long or no JSON
	 * @param headers the headers
	 * @return what the vendor says
	 */
	Failure readFailure(@Nullable JsonNode body, HttpHeaders headers);

	/**
	 * Return whether the vendor has turned a request away without looking at it, so that
	 * it may be sent again.
	 * @param status the status
	 * @param errors the errors
	 * @return whether it has
	 */
	boolean isUnprocessed(int status, List<ApiError> errors);

	/**
	 * Return until when the vendor takes no further request, as an answer tells.
	 * @param headers the headers of the answer, whatever its status
	 * @return the time by the vendor's clock, or {@code null} if the answer does not tell
	 */
	default @Nullable Instant exhaustedUntil(HttpHeaders headers) {
		return null;
	}

	/**
	 * Where and as whom to call, and how often.
	 *
	 * @param baseUrl the address of the API
	 * @param token the bearer token, or {@code null} to send none
	 * @param limit what the vendor allows
	 */
	record Credentials(String baseUrl, @Nullable Secret token, RateLimit limit) {
	}

	/**
	 * What a vendor says about a failure.
	 *
	 * @param errors the errors in the vendor's order
	 * @param traceId the id of the call at the vendor
	 */
	record Failure(List<ApiError> errors, @Nullable String traceId) {
	}

}
