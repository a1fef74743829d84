// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.StringUtils;

/**
 * Says what a vendor's failure means to the caller of this application.
 */
public final class VendorProblem {

	/** What the caller or the account's owner can change. */
	private static final Set<Integer> PASSED_ON = Set.of(400, 401, 402, 403, 404, 409, 410, 413, 415, 422, 429);

	private static final Map<Class<? extends SsoApiException>, String> TITLES = Map.of(
			SsoApiException.InvalidRequest.class, "The vendor rejected the request", SsoApiException.Unauthorized.class,
			"The vendor rejected the account's key", SsoApiException.Forbidden.class, "The account may not do this",
			SsoApiException.NotFound.class, "There is no such thing", SsoApiException.Conflict.class,
			"Locked, in use or there already", SsoApiException.Gone.class, "The vendor removed this operation",
			SsoApiException.RateLimited.class, "Too many calls", SsoApiException.OutcomeUnknown.class,
			"It may have been done: check before you retry it", SsoApiException.Unavailable.class,
			"The vendor cannot be reached", SsoApiException.MalformedResponse.class,
			"The vendor's response cannot be read");

	private VendorProblem() {
	}

	/**
	 * Return the status of the response.
	 * @param failure the failure
	 * @return the status
	 */
	public static HttpStatus status(SsoApiException failure) {
		if (failure instanceof SsoApiException.RateLimited) {
			return HttpStatus.TOO_MANY_REQUESTS;
		}
		if (failure instanceof SsoApiException.Unavailable) {
			return isTimeout(failure) ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.SERVICE_UNAVAILABLE;
		}
		Integer status = failure.status();
		if (status == null && failure instanceof SsoApiException.InvalidRequest) {
			// Rejected before it was sent
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}
		if (status == null || failure instanceof SsoApiException.MalformedResponse || !PASSED_ON.contains(status)) {
			return HttpStatus.BAD_GATEWAY;
		}
		return HttpStatus.valueOf(status);
	}

	private static boolean isTimeout(SsoApiException failure) {
		return failure.getCause() instanceof TimeoutException
				|| Integer.valueOf(HttpStatus.GATEWAY_TIMEOUT.value()).equals(failure.status());
	}

	/**
	 * Return a few words that say what happened.
	 * @param failure the failure
	 * @return the title
	 */
	public static String title(SsoApiException failure) {
		return title(failure.getClass());
	}

	static String title(Class<? extends SsoApiException> failure) {
		return Objects.requireNonNullElse(TITLES.get(failure), "The call failed");
	}

	static ProblemDetail of(SsoApiException failure) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(failure), detail(failure));
		problem.setType(URI.create("urn:sso-connections:" + kebabCase(failure.getClass().getSimpleName())));
		problem.setTitle(title(failure));
		problem.setProperty("vendor", failure.vendor());
		problem.setProperty("operation", failure.operation());
		problem.setProperty("errors", failure.errors().stream().map(VendorProblem::error).toList());
		if (failure.traceId() != null) {
			problem.setProperty("trace_id", failure.traceId());
		}
		return problem;
	}

	private static String detail(SsoApiException failure) {
		String texts = failure.errors()
			.stream()
			.map(ApiError::text)
			.filter(StringUtils::hasText)
			.collect(Collectors.joining(" "));
		return (texts.isEmpty()) ? String.valueOf(failure.getMessage()) : texts;
	}

	private static Map<String, Object> error(ApiError error) {
		Map<String, Object> members = new LinkedHashMap<>();
		put(members, "code", error.code());
		put(members, "message", error.message());
		put(members, "long_message", error.longMessage());
		put(members, "meta", (error.meta().isEmpty()) ? null : error.meta());
		return members;
	}

	private static void put(Map<String, Object> members, String name, @Nullable Object value) {
		if (value != null) {
			members.put(name, value);
		}
	}

	private static String kebabCase(String name) {
		return String.join("-", List.of(name.split("(?<=[a-z])(?=[A-Z])"))).toLowerCase(Locale.ROOT);
	}

}
