// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.concurrent.TimeoutException;

/**
 * Why a call failed, as one of a closed set of values: safe to show where the message
 * must not be shown.
 */
public enum FailureReason {

	/**
	 * The key is missing, wrong or revoked.
	 */
	UNAUTHORIZED("unauthorized"),

	/**
	 * The account lacks the permission.
	 */
	FORBIDDEN("forbidden"),

	/**
	 * The rate limit was exceeded.
	 */
	RATE_LIMITED("rate-limited"),

	/**
	 * No response before the timeout, or a 5xx response.
	 */
	UNAVAILABLE("unavailable"),

	/**
	 * The response was invalid.
	 */
	MALFORMED_RESPONSE("malformed-response"),

	/**
	 * Any other failure.
	 */
	FAILED("failed");

	private final String value;

	FailureReason(String value) {
		this.value = value;
	}

	/**
	 * Return the reason of a failure.
	 * @param failure the failure of a call
	 * @return the reason
	 */
	public static FailureReason of(Throwable failure) {
		if (failure instanceof SsoApiException.Unauthorized) {
			return UNAUTHORIZED;
		}
		if (failure instanceof SsoApiException.Forbidden) {
			return FORBIDDEN;
		}
		if (failure instanceof SsoApiException.RateLimited) {
			return RATE_LIMITED;
		}
		if (failure instanceof SsoApiException.MalformedResponse) {
			return MALFORMED_RESPONSE;
		}
		boolean unavailable = failure instanceof SsoApiException.Unavailable || failure instanceof TimeoutException;
		return unavailable ? UNAVAILABLE : FAILED;
	}

	/**
	 * Return the value.
	 * @return the value, in lower case with hyphens
	 */
	@Override
	public String toString() {
		return this.value;
	}

}
