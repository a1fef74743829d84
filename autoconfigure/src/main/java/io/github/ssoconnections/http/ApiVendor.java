// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;
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
	 * @return the access
	 */
	Access access();

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
	boolean turnedAway(int status, List<ApiError> errors);

	/**
	 * Return what the vendor allows.
	 * @param access where and as whom to call
	 * @return the limit
	 */
	RateLimit rateLimit(Access access);

	/**
	 * Where and as whom to call.
	 *
	 * @param baseUrl the address of the API
	 * @param token the bearer token
	 */
	record Access(String baseUrl, Secret token) {
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
