// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.util.Locale;

import io.github.ssoconnections.InvalidArgumentException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Thrown for a request that is not a verified webhook. A controller that does not catch
 * it responds with the status 400, and with problem details if these are enabled.
 * {@link #getMessage()} is the same for every request, so that the sender does not learn
 * what is wrong; {@link #reason()} and {@link #toString()} are for the log. None of them
 * contains a part of the request or of a secret.
 */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class InvalidWebhookException extends InvalidArgumentException {

	private static final String MESSAGE = "The request is not a valid webhook";

	private final Reason reason;

	InvalidWebhookException(Reason reason) {
		super(MESSAGE);
		this.reason = reason;
	}

	/**
	 * Return the reason, for the log.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	@Override
	public String toString() {
		return super.toString() + " (" + this.reason + ")";
	}

	/**
	 * Reason why a request is not a verified webhook.
	 */
	public enum Reason {

		/**
		 * The body is larger than the maximum size.
		 */
		BODY_TOO_LARGE,

		/**
		 * The id, the timestamp or the signature is missing.
		 */
		MISSING_HEADER,

		/**
		 * A header has several values.
		 */
		DUPLICATE_HEADER,

		/**
		 * There are headers of both families, which are incomplete or contradict each
		 * other.
		 */
		MIXED_HEADERS,

		/**
		 * The id has other characters than A-Z, a-z, 0-9, '_' and '-', or more than 128.
		 */
		INVALID_ID,

		/**
		 * The timestamp is not a number of seconds.
		 */
		INVALID_TIMESTAMP,

		/**
		 * The timestamp is more than five minutes ago: a late request or a replay, or the
		 * clock of this machine is fast.
		 */
		TIMESTAMP_TOO_OLD,

		/**
		 * The timestamp is more than five minutes ahead: the clock of this machine may be
		 * slow.
		 */
		TIMESTAMP_TOO_NEW,

		/**
		 * There is no signature with the version {@code v1}.
		 */
		NO_SIGNATURE,

		/**
		 * No signature is that of a secret: the body was changed, for example by decoding
		 * and encoding it, or the secret is that of another endpoint.
		 */
		WRONG_SIGNATURE,

		/**
		 * A webhook with this id has been verified before. The application may respond
		 * with a success status, which ends Clerk's retries.
		 */
		REPLAYED;

		/**
		 * Return the name.
		 * @return the name, in lower case with hyphens
		 */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
