// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.ssoconnections.sandbox.rest.RejectedException;
import io.github.ssoconnections.sandbox.rest.Rejections.Problem;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.rest.Violation;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A rejection by Clerk.
 */
final class ClerkException extends RejectedException {

	private static final long serialVersionUID = 1L;

	ClerkException(int status, List<ClerkError> errors) {
		super(reply(status, errors));
	}

	ClerkException(int status, String code, String message) {
		this(status, List.of(new ClerkError(code, message, null)));
	}

	static ClerkException unprocessable(ClerkError error) {
		return new ClerkException(422, List.of(error));
	}

	static ClerkException unprocessable(String code, String message, String parameter) {
		return unprocessable(new ClerkError(code, message, parameter));
	}

	static ClerkException notFound() {
		return new ClerkException(404, "resource_not_found", "Resource not found.");
	}

	static ClerkException of(Problem problem, List<Violation> violations) {
		return switch (problem) {
			case NOT_FOUND -> notFound();
			case MALFORMED_QUERY ->
				new ClerkException(400, "malformed_request_parameters", "The query string is malformed.");
			case BODY_TOO_LARGE ->
				new ClerkException(413, "request_body_too_large", "The request body is larger than 1 MiB.");
			case CONTENT_TYPE ->
				new ClerkException(415, "unsupported_content_type", "Content-Type must be application/json.");
			case MALFORMED_BODY ->
				new ClerkException(400, "request_body_invalid", "The request body must be a JSON object.");
			case INVALID_QUERY, INVALID_BODY ->
				new ClerkException(422, violations.stream().map(ClerkError::of).toList());
		};
	}

	private static Reply reply(int status, List<ClerkError> errors) {
		String traceId = UUID.randomUUID().toString().replace("-", "");
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		errors.forEach((error) -> body.withArray("errors").add(error.toJson()));
		return Reply.of(status, body.put("clerk_trace_id", traceId)).with(Map.of("Clerk-Trace-Id", traceId));
	}

}
