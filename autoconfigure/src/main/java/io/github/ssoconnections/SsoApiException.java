// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A call to a vendor's API that did not succeed. Every failure of a service is one of the
 * nested types; what they carry never holds a configured key, a secret of the request or
 * the body of an answer.
 */
public abstract sealed class SsoApiException extends RuntimeException {

	private final Details details;

	SsoApiException(Details details) {
		super(details.toMessage(), details.cause());
		this.details = details;
	}

	/**
	 * Return the vendor that was called, such as {@code clerk}.
	 * @return the vendor's name
	 */
	public String vendor() {
		return this.details.vendor();
	}

	/**
	 * Return the operation that failed, such as {@code enterprise_connections.create}.
	 * @return the operation's name
	 */
	public String operation() {
		return this.details.operation();
	}

	/**
	 * Return the HTTP status of the answer.
	 * @return the status, or {@code null} if there was no answer
	 */
	public @Nullable Integer status() {
		return this.details.status();
	}

	/**
	 * Return the vendor's errors, in its order.
	 * @return the errors, empty if there was no answer or none that could be read
	 */
	public List<ApiError> errors() {
		return this.details.errors();
	}

	/**
	 * Return the code of the first error.
	 * @return the code, or {@code null} if there is none
	 */
	public @Nullable String code() {
		return this.details.errors().stream().findFirst().map(ApiError::code).orElse(null);
	}

	/**
	 * Return the id under which the vendor's support can find the call.
	 * @return the trace id, or {@code null} if the vendor gave none
	 */
	public @Nullable String traceId() {
		return this.details.traceId();
	}

	/**
	 * Return how long the vendor asks to wait before the next attempt.
	 * @return the time from the answer on, or {@code null} if the vendor did not say
	 */
	public @Nullable Duration retryAfter() {
		return this.details.retryAfter();
	}

	/**
	 * Return whether the vendor has certainly not processed the request, as it never got
	 * there or was turned away at the door: the same call may be made again, whatever it
	 * does.
	 * @return whether that is certain
	 */
	public boolean isRetryable() {
		return this.details.repeatable();
	}

	/**
	 * What an exception tells.
	 *
	 * @param vendor the vendor's name
	 * @param operation the operation's name
	 * @param status the HTTP status, {@code null} without an answer
	 * @param reason what went wrong, in words
	 * @param errors the vendor's errors
	 * @param traceId the vendor's trace id
	 * @param retryAfter the time that the vendor asks to wait
	 * @param repeatable whether the vendor has certainly not processed the request
	 * @param cause a cause of the JDK's own types
	 */
	public record Details(String vendor, String operation, @Nullable Integer status, @Nullable String reason,
			List<ApiError> errors, @Nullable String traceId, @Nullable Duration retryAfter, boolean repeatable,
			@Nullable Throwable cause) implements Serializable {

		private static final int MAX_MESSAGE = 2000;

		/**
		 * Control characters, line and paragraph separators, and what turns the direction
		 * of text.
		 */
		private static final Pattern UNPRINTABLE = Pattern
			.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

		public Details {
			errors = List.copyOf(errors);
		}

		private String toMessage() {
			StringBuilder message = new StringBuilder(this.vendor).append(' ').append(this.operation).append(": ");
			if (this.status != null) {
				message.append(this.status).append(' ');
			}
			if (this.reason != null) {
				message.append(this.reason).append(' ');
			}
			for (ApiError error : this.errors) {
				message.append('[').append((error.code() != null) ? error.code() : "no code");
				if (error.parameter() != null) {
					message.append(" (").append(error.parameter()).append(')');
				}
				message.append("] ").append((error.text() != null) ? error.text() : "").append(' ');
			}
			if (this.traceId != null) {
				message.append("(trace ").append(this.traceId).append(')');
			}
			return oneLine(message.toString().stripTrailing());
		}

		// A vendor's text must neither fill a log nor forge a line in it
		private static String oneLine(String text) {
			String line = UNPRINTABLE.matcher(text).replaceAll(" ");
			return (line.length() > MAX_MESSAGE) ? line.substring(0, MAX_MESSAGE) + "…" : line;
		}

	}

	/**
	 * The vendor refused what was sent: 400, 413, 415, 422 and every 4xx that has no type
	 * of its own. {@link #errors()} name the parameters.
	 */
	public static final class InvalidRequest extends SsoApiException {

		public InvalidRequest(Details details) {
			super(details);
		}

	}

	/**
	 * 401: the key is missing, wrong or revoked.
	 */
	public static final class Unauthorized extends SsoApiException {

		public Unauthorized(Details details) {
			super(details);
		}

	}

	/**
	 * 402 or 403: the key is right, the account may not do this.
	 */
	public static final class Forbidden extends SsoApiException {

		public Forbidden(Details details) {
			super(details);
		}

	}

	/**
	 * 404: there is no such thing.
	 */
	public static final class NotFound extends SsoApiException {

		public NotFound(Details details) {
			super(details);
		}

	}

	/**
	 * 409: the thing is locked, in use or there already.
	 */
	public static final class Conflict extends SsoApiException {

		public Conflict(Details details) {
			super(details);
		}

	}

	/**
	 * 410: the vendor removed the operation. It never means that a thing is absent.
	 */
	public static final class Gone extends SsoApiException {

		public Gone(Details details) {
			super(details);
		}

	}

	/**
	 * 429: too many calls. The vendor did not process the request; {@link #retryAfter()}
	 * says when to come back.
	 */
	public static final class RateLimited extends SsoApiException {

		public RateLimited(Details details) {
			super(details);
		}

	}

	/**
	 * A create or a change that ended in a 5xx, a reset or a time-out after it may have
	 * been sent: it may have been made. The message says how to find out.
	 */
	public static final class OutcomeUnknown extends SsoApiException {

		public OutcomeUnknown(Details details) {
			super(details);
		}

	}

	/**
	 * Any other 5xx, a connection that failed or a time-out. Nothing was changed, or
	 * repeating it does no harm.
	 */
	public static final class Unavailable extends SsoApiException {

		public Unavailable(Details details) {
			super(details);
		}

	}

	/**
	 * An answer that cannot be used: a redirect, a body that cannot be decoded, is empty
	 * or {@code null} where one is due, or is over the size limit. When the status is a
	 * 2xx, the vendor has done what was asked.
	 */
	public static final class MalformedResponse extends SsoApiException {

		private final boolean tooLarge;

		public MalformedResponse(Details details, boolean tooLarge) {
			super(details);
			this.tooLarge = tooLarge;
		}

		/**
		 * Return whether the body is over the size limit.
		 * @return whether it is
		 */
		public boolean isTooLarge() {
			return this.tooLarge;
		}

	}

}
