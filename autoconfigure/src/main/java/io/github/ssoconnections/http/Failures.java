// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.SsoApiException.Details;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Turns what went wrong into the exception that says so: the only place that knows which
 * status becomes which type.
 */
final class Failures {

	private final String vendor;

	private final Clock clock;

	Failures(String vendor, Clock clock) {
		this.vendor = vendor;
		this.clock = clock;
	}

	SsoApiException ofStatus(ApiOperation<?> operation, int status, ApiVendor.Failure failure, HttpHeaders headers) {
		Duration retryAfter = RetryAfter.read(headers, this.clock);
		String reason = (status / 100 == 3) ? "redirects are not followed"
				: failure.errors().isEmpty() ? "without a readable error" : null;
		Details details = new Details(this.vendor, operation.name(), status, reason, failure.errors(),
				failure.traceId(), retryAfter, null);
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

	private SsoApiException ofStatusClass(ApiOperation<?> operation, int status, Details details) {
		return switch (status / 100) {
			case 4 -> new SsoApiException.InvalidRequest(details);
			case 5 -> operation.effect().leavesTraces() ? new SsoApiException.OutcomeUnknown(details)
					: new SsoApiException.Unavailable(details);
			default -> new SsoApiException.MalformedResponse(details);
		};
	}

	SsoApiException malformed(ApiOperation<?> operation, int status, String reason, @Nullable String traceId) {
		return new SsoApiException.MalformedResponse(
				new Details(this.vendor, operation.name(), status, reason, List.of(), traceId, null, null));
	}

	/**
	 * Translate what is not an answer: the connection failed, broke or took too long.
	 * @param operation the operation
	 * @param failure what happened
	 * @param timeout the time that the attempt had
	 * @return the exception
	 */
	SsoApiException ofTransport(ApiOperation<?> operation, Throwable failure, Duration timeout) {
		if (failure instanceof SsoApiException translated) {
			return translated;
		}
		boolean unsent = isNeverSent(failure);
		String reason = (failure instanceof TimeoutException)
				? "no complete answer within " + timeout.toMillis() + " ms"
				: (unsent ? "not connected: " : "connection failed: ") + describe(failure);
		Details details = new Details(this.vendor, operation.name(), null, reason, List.of(), null, null,
				jdkCause(failure));
		return (operation.effect().leavesTraces() && !unsent) ? new SsoApiException.OutcomeUnknown(details)
				: new SsoApiException.Unavailable(details);
	}

	private static boolean isNeverSent(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof UnknownHostException
					|| cause instanceof NoRouteToHostException || cause instanceof UnresolvedAddressException
					|| cause instanceof HttpConnectTimeoutException || cause instanceof SSLHandshakeException
					|| cause.getClass().getSimpleName().startsWith("PoolAcquire")) {
				return true;
			}
		}
		return false;
	}

	// The innermost cause: outer ones are the transport's own and repeat the URI.
	private static String describe(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		String name = root.getClass().getSimpleName();
		return (root.getMessage() != null) ? name + ": " + root.getMessage() : name;
	}

	// Exceptions of other libraries hold headers and would tie users to them
	private static @Nullable Throwable jdkCause(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause.getClass().getName().startsWith("java")) {
				return (isJdkOnly(cause)) ? cause : null;
			}
		}
		return null;
	}

	private static boolean isJdkOnly(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (!cause.getClass().getName().startsWith("java")) {
				return false;
			}
		}
		return true;
	}

}
