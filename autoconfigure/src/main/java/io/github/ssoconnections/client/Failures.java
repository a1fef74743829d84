// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.SsoApiException.Details;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Factory for exceptions. Maps statuses and transport failures to exception types.
 */
final class Failures {

	private final ApiVendor vendor;

	private final Clock clock;

	Failures(ApiVendor vendor, Clock clock) {
		this.vendor = vendor;
		this.clock = clock;
	}

	SsoApiException ofStatus(ApiOperation<?> operation, int status, ApiVendor.Failure failure, HttpHeaders headers) {
		return ofStatus(operation, status, reason(operation, status, failure), failure, headers);
	}

	SsoApiException ofStatus(ApiOperation<?> operation, int status, @Nullable String reason, ApiVendor.Failure failure,
			HttpHeaders headers) {
		boolean isUnprocessed = this.vendor.isUnprocessed(status, failure.errors());
		Details details = new Details(this.vendor.account(), operation.name(), status, reason, failure.errors(),
				failure.traceId(), retryAfter(status, headers), isUnprocessed, null);
		return switch (status) {
			case 401 -> new SsoApiException.Unauthorized(details);
			case 402, 403 -> new SsoApiException.Forbidden(details);
			case 404 -> new SsoApiException.NotFound(details);
			case 409 -> new SsoApiException.Conflict(details);
			case 410 -> new SsoApiException.Gone(details);
			case 429 -> new SsoApiException.RateLimited(details);
			default -> ofStatusClass(operation, status, details);
		};
	}

	private @Nullable Duration retryAfter(int status, HttpHeaders headers) {
		Duration requested = RetryAfter.read(headers, this.clock);
		return (requested != null || status != 429) ? requested
				: VendorTime.until(this.vendor.exhaustedUntil(headers), headers, this.clock);
	}

	private SsoApiException ofStatusClass(ApiOperation<?> operation, int status, Details details) {
		return switch (status / 100) {
			case 4 -> new SsoApiException.InvalidRequest(details);
			case 5 -> operation.effect().isIdempotent() ? new SsoApiException.Unavailable(details)
					: new SsoApiException.OutcomeUnknown(details, operation.advice());
			case 3 -> new SsoApiException.MalformedResponse(details, false);
			default -> operation.effect().isIdempotent() ? new SsoApiException.MalformedResponse(details, false)
					: new SsoApiException.OutcomeUnknown(details, operation.advice());
		};
	}

	private @Nullable String reason(ApiOperation<?> operation, int status, ApiVendor.Failure failure) {
		if (status / 100 == 3) {
			return "redirects are not followed";
		}
		if (status / 100 != 4 && !operation.effect().isIdempotent()) {
			return unknown(operation);
		}
		String advice = advice(operation, status, failure.errors());
		return (advice == null && failure.errors().isEmpty()) ? "without a readable error" : advice;
	}

	private @Nullable String advice(ApiOperation<?> operation, int status, List<ApiError> errors) {
		List<String> credentials = this.vendor.credentialProperties();
		if (credentials.isEmpty()) {
			return null;
		}
		Account account = this.vendor.account();
		if (status == 401) {
			return credentials.stream()
				.map(account::property)
				.collect(Collectors.joining("', '", "the credentials were rejected; check '", "'"));
		}
		boolean isList = operation.effect() == Effect.READ && !operation.path().hasVariables()
				&& !operation.type().isOptional();
		return (status == 404 && isList) ? "no such list; check '" + account.property("base-url") + "'"
				: this.vendor.remedy(status, errors, operation.scopes());
	}

	SsoApiException malformed(ApiOperation<?> operation, int status, String reason, @Nullable String traceId,
			SecretMasker masker) {
		return malformed(operation, status, reason, traceId, masker, false);
	}

	SsoApiException tooLarge(ApiOperation<?> operation, int status, int limit, @Nullable String traceId,
			SecretMasker masker) {
		return malformed(operation, status, "the body is larger than " + limit + " bytes", traceId, masker, true);
	}

	private SsoApiException malformed(ApiOperation<?> operation, int status, String reason, @Nullable String traceId,
			SecretMasker masker, boolean tooLarge) {
		return new SsoApiException.MalformedResponse(
				details(operation, status, masker.mask(reason), masker.mask(traceId), null, false, null), tooLarge);
	}

	/**
	 * Create the failure of a list that does not end.
	 * @param operation the operation
	 * @param reason the reason
	 * @return the exception
	 */
	SsoApiException endless(ApiOperation<?> operation, String reason) {
		return new SsoApiException.MalformedResponse(details(operation, 200, reason, null, null, false, null), false);
	}

	/**
	 * Create the failure of a call without a rate limit permit.
	 * @param operation the operation
	 * @param pauseLeft the time until requests are sent again
	 * @return the exception
	 */
	SsoApiException noPermit(ApiOperation<?> operation, Duration pauseLeft) {
		String reason = "not sent: no rate limit permit was available before the call timeout";
		return new SsoApiException.RateLimited(
				details(operation, null, reason, null, pauseLeft.isZero() ? null : pauseLeft, true, null));
	}

	/**
	 * Create the failure of a call that may not wait for a rate limit permit.
	 * @param operation the operation
	 * @param limit the maximum number of waiting calls
	 * @return the exception
	 */
	SsoApiException tooManyWaiting(ApiOperation<?> operation, int limit) {
		String reason = "not sent: " + limit + " calls are already waiting for a rate limit permit (maximum: "
				+ "rate-limit.max-waiting-calls)";
		return new SsoApiException.RateLimited(details(operation, null, reason, null, null, true, null));
	}

	/**
	 * Create the failure of a call without credentials.
	 * @param operation the operation
	 * @return the exception
	 */
	SsoApiException noCredentials(ApiOperation<?> operation) {
		String reason = "not sent: no access token was available before the call timeout";
		return new SsoApiException.Unavailable(
				details(operation, null, reason, null, null, true, new TimeoutException(reason)));
	}

	/**
	 * Create the failure of a stream that has become silent.
	 * @param operation the operation
	 * @param timeout the maximum time without a byte
	 * @return the exception
	 */
	SsoApiException silent(ApiOperation<?> operation, Duration timeout) {
		String reason = "no data within " + timeout.toMillis() + " ms";
		return new SsoApiException.Unavailable(
				details(operation, null, reason, null, null, false, new TimeoutException(reason)));
	}

	/**
	 * Translate a failure of the transport.
	 * @param operation the operation
	 * @param failure the failure
	 * @param timeout the timeout of the attempt
	 * @param withheld whether the transport never obtained the request body
	 * @param masker masks secrets that the transport may quote from a response
	 * @return the exception
	 */
	SsoApiException ofTransport(ApiOperation<?> operation, Throwable failure, Duration timeout, boolean withheld,
			SecretMasker masker) {
		boolean unsent = withheld || TransportFailure.isNeverSent(failure);
		String description = TransportFailure.describe(failure);
		boolean clean = description.equals(masker.mask(description));
		String reason = (failure instanceof TimeoutException)
				? (unsent ? "not sent" : "no complete response") + " within " + timeout.toMillis() + " ms"
				: prefix(failure, unsent) + masker.mask(description);
		boolean unknown = !operation.effect().isIdempotent() && !unsent;
		Details details = details(operation, null, unknown ? reason + "; " + unknown(operation) : reason, null, null,
				unsent, cause(failure, clean ? TransportFailure.jdkCause(failure) : null));
		if (unknown) {
			return new SsoApiException.OutcomeUnknown(details, operation.advice());
		}
		return TransportFailure.isUndecompressable(failure) ? new SsoApiException.MalformedResponse(details, false)
				: new SsoApiException.Unavailable(details);
	}

	private static @Nullable Throwable cause(Throwable failure, @Nullable Throwable jdkCause) {
		return (jdkCause == null && TransportFailure.isTimeout(failure)) ? new TimeoutException() : jdkCause;
	}

	private static String prefix(Throwable failure, boolean unsent) {
		if (TransportFailure.isUndecompressable(failure)) {
			return "the body does not match its Content-Encoding and cannot be decompressed: ";
		}
		return unsent ? "not connected: " : "connection failed: ";
	}

	private static String unknown(ApiOperation<?> operation) {
		String what = (operation.effect() == Effect.CREATE) ? "it may have been created" : "it may have been changed";
		return what + ": " + operation.advice();
	}

	private Details details(ApiOperation<?> operation, @Nullable Integer status, @Nullable String reason,
			@Nullable String traceId, @Nullable Duration retryAfter, boolean retryable, @Nullable Throwable cause) {
		return new Details(this.vendor.account(), operation.name(), status, reason, List.of(), traceId, retryAfter,
				retryable, cause);
	}

}
