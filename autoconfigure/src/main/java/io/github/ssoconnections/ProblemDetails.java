// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Problem details of failures.
 */
final class ProblemDetails {

	private static final String TYPE = "urn:sso-connections:";

	private static final int MAX_ERRORS = 50;

	/** Codes and names of fields, but no sentences, addresses or masked values. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:\\[\\]-]{1,128}");

	private static final Problem BAD_VALUES = Problem.of(HttpStatus.BAD_REQUEST, "Invalid request",
			"The upstream service rejected values of the request.");

	private static final Problem INVALID_VALUES = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid request",
			"The upstream service rejected values of the request.");

	private static final Map<Integer, Problem> REJECTIONS = Map.of(400, BAD_VALUES, 422, INVALID_VALUES);

	private static final Problem REJECTED = Problem.of(HttpStatus.BAD_GATEWAY, "Invalid request",
			"The upstream service rejected a request of this application.");

	private static final String NOTHING_SENT = "not sent";

	private static final Problem NOT_SENT = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid request",
			"A check of this application rejected the request before it was sent.");

	private static final Problem TIMED_OUT = Problem.of(HttpStatus.GATEWAY_TIMEOUT, "Timeout",
			"The upstream service did not respond in time. Retry later.");

	private static final Map<Class<? extends SsoApiException>, Problem> PROBLEMS = Map.of(
			SsoApiException.Unauthorized.class,
			Problem.of(HttpStatus.BAD_GATEWAY, "Credentials rejected",
					"The upstream service rejected the credentials of this application."),
			SsoApiException.Forbidden.class,
			Problem.of(HttpStatus.BAD_GATEWAY, "Permission missing",
					"The account of this application lacks a permission at the upstream service."),
			SsoApiException.NotFound.class,
			Problem.of(HttpStatus.NOT_FOUND, "Not found", "The resource was not found."),
			SsoApiException.Conflict.class,
			Problem.of(HttpStatus.CONFLICT, "Conflict", "The resource is locked, is in use or already exists."),
			SsoApiException.Gone.class,
			Problem
				.of(HttpStatus.BAD_GATEWAY, "Operation removed", "The upstream service no longer has this operation."),
			SsoApiException.RateLimited.class,
			Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Rate limited",
					"The upstream service receives too many requests. Retry later."),
			SsoApiException.OutcomeUnknown.class,
			new Problem(HttpStatus.BAD_GATEWAY, "Outcome unknown", ProblemDetails::outcomeUnknown),
			SsoApiException.Unavailable.class,
			Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Unavailable",
					"The upstream service is not available. Retry later."),
			SsoApiException.MalformedResponse.class, Problem.of(HttpStatus.BAD_GATEWAY, "Malformed response",
					"The response of the upstream service is invalid."));

	private ProblemDetails() {
	}

	static ProblemDetail of(String argument) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, OneLine.of(argument));
		detail.setType(URI.create(TYPE + "invalid-argument"));
		detail.setTitle("Invalid argument");
		return detail;
	}

	static ProblemDetail of(SsoApiException failure, boolean includeVendor) {
		Problem problem = problem(failure);
		boolean decidedHere = problem == NOT_SENT
				|| (failure instanceof SsoApiException.Conflict && failure.status() == null);
		String sentence = (decidedHere && includeVendor) ? notSent(failure) : problem.sentence().apply(failure);
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), sentence);
		detail.setType(URI.create(TYPE + kebabCase(failure.getClass().getSimpleName())));
		detail.setTitle(problem.title());
		if (problem == BAD_VALUES || problem == INVALID_VALUES) {
			detail.setProperty("errors", errors(failure, includeVendor));
		}
		if (includeVendor) {
			addVendor(detail, failure);
		}
		return detail;
	}

	private static Problem problem(SsoApiException failure) {
		Integer status = failure.status();
		if (failure instanceof SsoApiException.InvalidRequest) {
			return (status != null) ? REJECTIONS.getOrDefault(status, REJECTED) : NOT_SENT;
		}
		if (failure instanceof SsoApiException.Unavailable && isTimeout(failure)) {
			return TIMED_OUT;
		}
		return Objects.requireNonNull(PROBLEMS.get(failure.getClass()));
	}

	private static boolean isTimeout(SsoApiException failure) {
		Throwable cause = failure.getCause();
		return (cause != null && cause.getClass().getSimpleName().endsWith("TimeoutException"))
				|| Integer.valueOf(HttpStatus.GATEWAY_TIMEOUT.value()).equals(failure.status());
	}

	// The reason may quote a document
	private static String notSent(SsoApiException failure) {
		String reason = OneLine.of((failure.reason() != null) ? failure.reason() : NOTHING_SENT);
		return (reason.startsWith(NOTHING_SENT) ? "The request was " : "The request was not sent: ") + reason + '.';
	}

	private static String outcomeUnknown(SsoApiException failure) {
		return "It is unknown whether the upstream service made the change: "
				+ OneLine.of(((SsoApiException.OutcomeUnknown) failure).advice()) + '.';
	}

	private static List<Map<String, String>> errors(SsoApiException failure, boolean includeVendor) {
		return failure.errors()
			.stream()
			.limit(MAX_ERRORS)
			.map((error) -> error(error, includeVendor))
			.filter((error) -> !error.isEmpty())
			.toList();
	}

	private static Map<String, String> error(ApiError error, boolean includeVendor) {
		Map<String, String> members = new LinkedHashMap<>();
		putName(members, "code", error.code());
		putName(members, "parameter", error.parameter());
		if (includeVendor) {
			putText(members, "message", error.message());
			putText(members, "long_message", error.longMessage());
		}
		return members;
	}

	private static void addVendor(ProblemDetail detail, SsoApiException failure) {
		detail.setProperty("vendor", failure.vendor());
		detail.setProperty("account", failure.account());
		detail.setProperty("operation", failure.operation());
		detail.setProperty("message", failure.getMessage());
		if (failure.traceId() != null) {
			detail.setProperty("trace_id", OneLine.of(failure.traceId()));
		}
		Stream.of(failure.getSuppressed())
			.filter(PartialChange.class::isInstance)
			.reduce((part, whole) -> whole)
			.ifPresent((partial) -> detail.setProperty("partial", ((PartialChange) partial).getMessage()));
	}

	private static void putName(Map<String, String> members, String name, @Nullable String value) {
		if (value != null && NAME.matcher(value).matches()) {
			members.put(name, value);
		}
	}

	private static void putText(Map<String, String> members, String name, @Nullable String value) {
		if (value != null) {
			members.put(name, OneLine.of(value));
		}
	}

	private static String kebabCase(String name) {
		return String.join("-", List.of(name.split("(?<=[a-z])(?=[A-Z])"))).toLowerCase(Locale.ROOT);
	}

	/**
	 * Kind of a problem.
	 *
	 * @param status the status
	 * @param title the title
	 * @param sentence returns the sentence for the caller
	 */
	private record Problem(HttpStatus status, String title, Function<SsoApiException, String> sentence) {

		static Problem of(HttpStatus status, String title, String sentence) {
			return new Problem(status, title, (failure) -> sentence);
		}

	}

}
