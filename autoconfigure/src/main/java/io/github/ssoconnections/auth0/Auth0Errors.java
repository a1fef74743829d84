// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.client.ApiVendor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * Reads error responses, which differ between the Management API and the token endpoint.
 */
final class Auth0Errors {

	private Auth0Errors() {
	}

	static ApiVendor.Failure read(@Nullable JsonNode body, HttpHeaders headers) {
		String traceId = headers.getFirst("x-auth0-requestid");
		return new ApiVendor.Failure(read(body), (traceId != null) ? traceId : headers.getFirst("cf-ray"));
	}

	private static List<ApiError> read(@Nullable JsonNode body) {
		if (body == null) {
			return List.of();
		}
		String error = text(body, "error");
		String code = text(body, "errorCode");
		String description = text(body, "error_description");
		String message = text(body, "message");
		if (error == null && code == null && description == null && message == null) {
			return List.of();
		}
		// At the token endpoint "error" is a code, at the API the name of the status
		boolean ofApi = code != null || message != null || body.has("statusCode");
		return List.of(ofApi ? new ApiError(code, error, message, null, UnknownFields.none())
				: new ApiError(error, null, description, null, UnknownFields.none()));
	}

	private static @Nullable String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return value.isString() ? value.stringValue() : null;
	}

}
