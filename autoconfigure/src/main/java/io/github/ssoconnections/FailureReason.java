// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.concurrent.TimeoutException;

/**
 * Why a call failed, in one word of a closed set: for those who may not read the message.
 */
public enum FailureReason {

	/**
	 * The key is missing, wrong or revoked.
	 */
	UNAUTHORIZED("unauthorized"),

	/**
	 * The account may not do this.
	 */
	FORBIDDEN("forbidden"),

	/**
	 * Too many calls.
	 */
	RATE_LIMITED("rate-limited"),

	/**
	 * No answer in time, or one that says that there is none.
	 */
	UNAVAILABLE("unavailable"),

	/**
	 * An answer that cannot be used.
	 */
	MALFORMED_RESPONSE("malformed-response"),

	/**
	 * Anything else.
	 */
	FAILED("failed");

	private final String word;

	FailureReason(String word) {
		this.word = word;
	}

	/**
	 * Return the reason of a failure.
	 * @param failure how a call ended
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
	 * Return the word.
	 * @return the word, in lower case with hyphens
	 */
	@Override
	public String toString() {
		return this.word;
	}

}
