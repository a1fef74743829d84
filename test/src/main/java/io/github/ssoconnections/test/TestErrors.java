// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.SsoApiException.Details;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Failures of the services, for unit tests that mock one. Each takes the operation that
 * fails, such as {@code enterprise_connections.get}: the vendor is Clerk for
 * {@code enterprise_connections} and {@code saml_connections}, Auth0 for all others.
 */
public final class TestErrors {

	private static final String TRACE_ID = "test-trace-id";

	private TestErrors() {
	}

	/**
	 * Create the failure of a request that the vendor rejects: 422 at Clerk, 400 at
	 * Auth0.
	 * @param operation the operation
	 * @param errors the vendor's errors, such as {@link #error}
	 * @return the failure
	 */
	public static SsoApiException.InvalidRequest invalidRequest(String operation, ApiError... errors) {
		int status = vendor(operation).equals("clerk") ? 422 : 400;
		List<ApiError> all = (errors.length > 0) ? List.of(errors)
				: List.of(error(null, "form_param_value_invalid", "A parameter is invalid."));
		return new SsoApiException.InvalidRequest(details(operation, status, null, all, null, false));
	}

	/**
	 * Create an error for {@link #invalidRequest}.
	 * @param parameter the parameter at fault, or {@code null}
	 * @param code the vendor's code, such as {@code form_param_missing}
	 * @param text the vendor's text
	 * @return the error
	 */
	public static ApiError error(@Nullable String parameter, String code, String text) {
		UnknownFields meta = (parameter != null) ? UnknownFields.of(Map.of("param_name", parameter))
				: UnknownFields.none();
		return new ApiError(code, text, text, parameter, meta);
	}

	/**
	 * Create the failure of a key that is rejected: 401.
	 * @param operation the operation
	 * @return the failure
	 */
	public static SsoApiException.Unauthorized unauthorized(String operation) {
		return new SsoApiException.Unauthorized(
				details(operation, 401, "authentication_invalid", "Invalid authentication."));
	}

	/**
	 * Create the failure of an account without the permission: 403.
	 * @param operation the operation
	 * @return the failure
	 */
	public static SsoApiException.Forbidden forbidden(String operation) {
		return new SsoApiException.Forbidden(details(operation, 403, "insufficient_scope", "Insufficient scope."));
	}

	/**
	 * Create the failure of an absent resource: 404.
	 * @param operation the operation
	 * @return the failure
	 */
	public static SsoApiException.NotFound notFound(String operation) {
		return new SsoApiException.NotFound(details(operation, 404, "resource_not_found", "Resource not found."));
	}

	/**
	 * Create the failure of a conflict: 409.
	 * @param operation the operation
	 * @return the failure
	 */
	public static SsoApiException.Conflict conflict(String operation) {
		return new SsoApiException.Conflict(details(operation, 409, "resource_locked", "The resource is locked."));
	}

	/**
	 * Create the failure of an operation that the vendor removed: 410.
	 * @param operation the operation
	 * @return the failure
	 */
	public static SsoApiException.Gone gone(String operation) {
		return new SsoApiException.Gone(details(operation, 410, "operation_deprecated", "The operation was removed."));
	}

	/**
	 * Create the failure of a rate limit: 429.
	 * @param operation the operation
	 * @param retryAfter the delay that the vendor requests, or {@code null}
	 * @return the failure
	 */
	public static SsoApiException.RateLimited rateLimited(String operation, @Nullable Duration retryAfter) {
		List<ApiError> errors = List.of(error(null, "too_many_requests", "Too many requests."));
		return new SsoApiException.RateLimited(details(operation, 429, null, errors, retryAfter, true));
	}

	/**
	 * Create the failure of a create or an update whose response was lost.
	 * @param operation the operation
	 * @return the failure, without a status
	 */
	public static SsoApiException.OutcomeUnknown outcomeUnknown(String operation) {
		return new SsoApiException.OutcomeUnknown(details(operation, null,
				"no complete response within 10000 ms; it may have been processed", List.of(), null, false));
	}

	/**
	 * Create the failure of a vendor that cannot be reached.
	 * @param operation the operation
	 * @return the failure, without a status
	 */
	public static SsoApiException.Unavailable unavailable(String operation) {
		return new SsoApiException.Unavailable(
				details(operation, null, "not connected: connection refused", List.of(), null, true));
	}

	/**
	 * Create the failure of a response that cannot be read.
	 * @param operation the operation
	 * @return the failure, with the status 200
	 */
	public static SsoApiException.MalformedResponse malformedResponse(String operation) {
		return new SsoApiException.MalformedResponse(
				details(operation, 200, "the body is not valid JSON", List.of(), null, false), false);
	}

	private static Details details(String operation, int status, String code, String text) {
		return details(operation, status, null, List.of(error(null, code, text)), null, false);
	}

	private static Details details(String operation, @Nullable Integer status, @Nullable String reason,
			List<ApiError> errors, @Nullable Duration retryAfter, boolean retryable) {
		return new Details(Account.ofDefault(vendor(operation)), operation, status, reason, errors,
				(status != null) ? TRACE_ID : null, retryAfter, retryable, null);
	}

	private static String vendor(String operation) {
		Assert.hasText(operation, "'operation' must not be empty");
		return (operation.startsWith("enterprise_connections.") || operation.startsWith("saml_connections.")) ? "clerk"
				: "auth0";
	}

}
