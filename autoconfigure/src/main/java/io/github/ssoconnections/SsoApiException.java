// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;

/**
 * Failure of a call to a vendor's API. Every failure of a service is one of the nested
 * types. They never contain a configured key, a secret of the request or the body of a
 * response.
 */
public abstract sealed class SsoApiException extends RuntimeException {

	private final Details details;

	SsoApiException(Details details) {
		super(FailureMessage.of(details), details.cause());
		this.details = details;
	}

	/**
	 * Return the vendor that was called, such as {@code clerk}.
	 * @return the vendor's name
	 */
	public String vendor() {
		return this.details.account().vendor();
	}

	/**
	 * Return the account that was called.
	 * @return the account's name, {@value Account#DEFAULT} if it has none
	 */
	public String account() {
		return this.details.account().name();
	}

	/**
	 * Return the operation that failed, such as {@code enterprise_connections.create}.
	 * @return the operation's name
	 */
	public String operation() {
		return this.details.operation();
	}

	/**
	 * Return the HTTP status of the response.
	 * @return the status, or {@code null} if there was no response
	 */
	public @Nullable Integer status() {
		return this.details.status();
	}

	/**
	 * Return the vendor's errors, in its order.
	 * @return the errors, empty if there was no response or no readable error
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
	 * Return the trace id, by which the vendor's support can find the call.
	 * @return the trace id, or {@code null} if there is none
	 */
	public @Nullable String traceId() {
		return this.details.traceId();
	}

	/**
	 * Return the delay that the vendor requests before the next attempt.
	 * @return the delay, starting with the response, or {@code null} if there is none
	 */
	public @Nullable Duration retryAfter() {
		return this.details.retryAfter();
	}

	/**
	 * Return whether the vendor has certainly not processed the request, because it was
	 * never sent or was rejected before processing: a retry is safe for every operation.
	 * @return whether a retry is safe
	 */
	public boolean isRetryable() {
		return this.details.retryable();
	}

	@Nullable String reason() {
		return this.details.reason();
	}

	/**
	 * Return the problem detail for the caller of the application: status and sentence
	 * depend on the type of the exception only, and the vendor's texts, ids and trace id
	 * are left out.
	 * @return a new problem detail, without an instance
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
	 */
	public ProblemDetail toProblemDetail() {
		return toProblemDetail(false);
	}

	/**
	 * Return the problem detail for the caller of the application.
	 * @param includeVendor whether to include the vendor, the operation, the message of
	 * this exception, the texts of the vendor's errors and the trace id
	 * @return a new problem detail, without an instance
	 */
	public ProblemDetail toProblemDetail(boolean includeVendor) {
		return ProblemDetails.of(this, includeVendor);
	}

	/**
	 * Details of a failure.
	 *
	 * @param account the account that was called
	 * @param operation the operation's name
	 * @param status the HTTP status, {@code null} without a response
	 * @param reason what went wrong
	 * @param errors the vendor's errors
	 * @param traceId the vendor's trace id
	 * @param retryAfter the delay that the vendor requests
	 * @param retryable whether the vendor has certainly not processed the request
	 * @param cause the cause, with exceptions of the JDK only
	 */
	public record Details(Account account, String operation, @Nullable Integer status, @Nullable String reason,
			List<ApiError> errors, @Nullable String traceId, @Nullable Duration retryAfter, boolean retryable,
			@Nullable Throwable cause) implements Serializable {

		public Details {
			errors = List.copyOf(errors);
		}

	}

	/**
	 * The vendor rejected the request: 400, 413, 415, 422 and every 4xx without a type of
	 * its own. {@link #errors()} contain the invalid parameters.
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
	 * 402 or 403: the key is valid, but the account lacks the permission.
	 */
	public static final class Forbidden extends SsoApiException {

		public Forbidden(Details details) {
			super(details);
		}

	}

	/**
	 * 404: the resource was not found.
	 */
	public static final class NotFound extends SsoApiException {

		public NotFound(Details details) {
			super(details);
		}

	}

	/**
	 * 409: the resource is locked, in use or already exists.
	 */
	public static final class Conflict extends SsoApiException {

		public Conflict(Details details) {
			super(details);
		}

	}

	/**
	 * 410: the vendor removed the operation. It never means that a resource is absent.
	 */
	public static final class Gone extends SsoApiException {

		public Gone(Details details) {
			super(details);
		}

	}

	/**
	 * 429: rate limited. The vendor did not process the request; {@link #retryAfter()}
	 * returns the delay before the next attempt.
	 */
	public static final class RateLimited extends SsoApiException {

		public RateLimited(Details details) {
			super(details);
		}

	}

	/**
	 * A create or an update that ended in a 5xx, a connection reset or a timeout after it
	 * may have been sent: the vendor may have processed it. The message describes how to
	 * find out.
	 */
	public static final class OutcomeUnknown extends SsoApiException {

		private final String advice;

		public OutcomeUnknown(Details details) {
			this(details, "read the resource before a retry");
		}

		/**
		 * Create an exception.
		 * @param details the details
		 * @param advice how to find out the outcome, without values
		 */
		public OutcomeUnknown(Details details, String advice) {
			super(details);
			this.advice = advice;
		}

		/**
		 * Return how to find out the outcome.
		 * @return the advice, such as {@code get the connection and compare}
		 */
		public String advice() {
			return this.advice;
		}

	}

	/**
	 * Any other 5xx, a connection failure or a timeout. Nothing was changed, or a retry
	 * is safe.
	 */
	public static final class Unavailable extends SsoApiException {

		public Unavailable(Details details) {
			super(details);
		}

	}

	/**
	 * An invalid response: a redirect, or a body that cannot be decoded, is unexpectedly
	 * empty or {@code null}, or exceeds the size limit. With a 2xx status, the vendor has
	 * processed the request.
	 */
	public static final class MalformedResponse extends SsoApiException {

		private final boolean tooLarge;

		public MalformedResponse(Details details, boolean tooLarge) {
			super(details);
			this.tooLarge = tooLarge;
		}

		/**
		 * Return whether the body exceeds the size limit.
		 * @return whether the body is too large
		 */
		public boolean isTooLarge() {
			return this.tooLarge;
		}

	}

}
