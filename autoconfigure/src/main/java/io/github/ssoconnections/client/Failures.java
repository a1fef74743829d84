// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.SsoApiException.Details;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Turns what went wrong into the exception that says so: the only place that knows which
 * status becomes which type.
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
		Details details = new Details(this.vendor.name(), operation.name(), status, reason, failure.errors(),
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
		Duration asked = RetryAfter.read(headers, this.clock);
		return (asked != null || status != 429) ? asked
				: VendorTime.until(this.vendor.exhaustedUntil(headers), headers, this.clock);
	}

	private SsoApiException ofStatusClass(ApiOperation<?> operation, int status, Details details) {
		return switch (status / 100) {
			case 4 -> new SsoApiException.InvalidRequest(details);
			case 5 -> operation.effect().leavesTraces() ? new SsoApiException.OutcomeUnknown(details)
					: new SsoApiException.Unavailable(details);
			case 3 -> new SsoApiException.MalformedResponse(details, false);
			// No final answer at all, such as an early hint that the transport takes for
			// one
			default -> operation.effect().leavesTraces() ? new SsoApiException.OutcomeUnknown(details)
					: new SsoApiException.MalformedResponse(details, false);
		};
	}

	private static @Nullable String reason(ApiOperation<?> operation, int status, ApiVendor.Failure failure) {
		if (status / 100 == 3) {
			return "redirects are not followed";
		}
		if (status / 100 != 4 && operation.effect().leavesTraces()) {
			return unknown(operation);
		}
		return failure.errors().isEmpty() ? "without a readable error" : null;
	}

	SsoApiException malformed(ApiOperation<?> operation, int status, String reason, @Nullable String traceId,
			SecretMasker scrubber) {
		return malformed(operation, status, reason, traceId, scrubber, false);
	}

	SsoApiException tooLarge(ApiOperation<?> operation, int status, int limit, @Nullable String traceId,
			SecretMasker scrubber) {
		return malformed(operation, status, "the body is larger than " + limit + " bytes", traceId, scrubber, true);
	}

	private SsoApiException malformed(ApiOperation<?> operation, int status, String reason, @Nullable String traceId,
			SecretMasker scrubber, boolean tooLarge) {
		return new SsoApiException.MalformedResponse(
				details(operation, status, scrubber.scrub(reason), scrubber.scrub(traceId), null, false, null),
				tooLarge);
	}

	/**
	 * Say that a list would never end.
	 * @param operation the operation that lists
	 * @param reason how that shows
	 * @return the exception
	 */
	SsoApiException endless(ApiOperation<?> operation, String reason) {
		return new SsoApiException.MalformedResponse(details(operation, 200, reason, null, null, false, null), false);
	}

	/**
	 * Say that the rate limit left no time.
	 * @param operation the operation
	 * @param pauseLeft how long no request goes out yet
	 * @return the exception
	 */
	SsoApiException noPermit(ApiOperation<?> operation, Duration pauseLeft) {
		String reason = "not sent: the rate limit gave no permit before the deadline of the call";
		return new SsoApiException.RateLimited(
				details(operation, null, reason, null, pauseLeft.isZero() ? null : pauseLeft, true, null));
	}

	/**
	 * Say that too many calls wait for the rate limit.
	 * @param operation the operation
	 * @param limit how many may
	 * @return the exception
	 */
	SsoApiException tooManyWaiting(ApiOperation<?> operation, int limit) {
		String reason = "not sent: " + limit + " calls wait for a rate limit permit already, which is the most "
				+ "that rate-limit.max-waiting-calls allows";
		return new SsoApiException.RateLimited(details(operation, null, reason, null, null, true, null));
	}

	/**
	 * Say that the access came too late.
	 * @param operation the operation
	 * @return the exception
	 */
	SsoApiException noAccess(ApiOperation<?> operation) {
		String reason = "not sent: there was no access token before the deadline of the call";
		return new SsoApiException.Unavailable(details(operation, null, reason, null, null, true, null));
	}

	/**
	 * Translate what is not an answer: the connection failed, broke or took too long.
	 * @param operation the operation
	 * @param failure what happened
	 * @param timeout the time that the attempt had
	 * @param withheld whether the transport was never given the body that is due
	 * @param scrubber masks what a transport may repeat of a broken answer
	 * @return the exception
	 */
	SsoApiException ofTransport(ApiOperation<?> operation, Throwable failure, Duration timeout, boolean withheld,
			SecretMasker scrubber) {
		boolean unsent = withheld || TransportFailure.isNeverSent(failure);
		String told = TransportFailure.describe(failure);
		boolean clean = told.equals(scrubber.scrub(told));
		String reason = (failure instanceof TimeoutException)
				? (unsent ? "not sent" : "no complete answer") + " within " + timeout.toMillis() + " ms"
				: prefix(failure, unsent) + scrubber.scrub(told);
		boolean unknown = operation.effect().leavesTraces() && !unsent;
		Details details = details(operation, null, unknown ? reason + "; " + unknown(operation) : reason, null, null,
				unsent, clean ? TransportFailure.jdkCause(failure) : null);
		if (unknown) {
			return new SsoApiException.OutcomeUnknown(details);
		}
		return TransportFailure.isUndecompressable(failure) ? new SsoApiException.MalformedResponse(details, false)
				: new SsoApiException.Unavailable(details);
	}

	private static String prefix(Throwable failure, boolean unsent) {
		if (TransportFailure.isUndecompressable(failure)) {
			return "the body is not what its Content-Encoding says, and cannot be decompressed: ";
		}
		return unsent ? "not connected: " : "connection failed: ";
	}

	private static String unknown(ApiOperation<?> operation) {
		String what = (operation.effect() == Effect.CREATE) ? "it may have been created" : "it may have been changed";
		return what + ": " + operation.advice();
	}

	private Details details(ApiOperation<?> operation, @Nullable Integer status, @Nullable String reason,
			@Nullable String traceId, @Nullable Duration retryAfter, boolean repeatable, @Nullable Throwable cause) {
		return new Details(this.vendor.name(), operation.name(), status, reason, List.of(), traceId, retryAfter,
				repeatable, cause);
	}

}
