// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.ssoconnections.sandbox.rest.RejectedException;
import io.github.ssoconnections.sandbox.rest.Rejections.Problem;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.rest.Violation;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A rejection by Auth0.
 */
final class Auth0Exception extends RejectedException {

	private static final long serialVersionUID = 1L;

	private static final Map<Integer, String> REASONS = Map.ofEntries(Map.entry(400, "Bad Request"),
			Map.entry(401, "Unauthorized"), Map.entry(402, "Payment Required"), Map.entry(403, "Forbidden"),
			Map.entry(404, "Not Found"), Map.entry(409, "Conflict"), Map.entry(413, "Payload Too Large"),
			Map.entry(422, "Unprocessable Entity"), Map.entry(429, "Too Many Requests"),
			Map.entry(500, "Internal Server Error"), Map.entry(502, "Bad Gateway"),
			Map.entry(503, "Service Unavailable"), Map.entry(504, "Gateway Timeout"));

	Auth0Exception(int status, String message, @Nullable String code) {
		super(reply(status, message, code));
	}

	static Auth0Exception badRequest(String message) {
		return new Auth0Exception(400, message, "invalid_body");
	}

	static Auth0Exception notFound(String message) {
		return new Auth0Exception(404, message, null);
	}

	static Auth0Exception noSuchConnection() {
		return new Auth0Exception(404, "The connection does not exist.", "inexistent_connection");
	}

	static Auth0Exception conflict(String message) {
		return new Auth0Exception(409, message, "connection_conflict");
	}

	static Auth0Exception of(Problem problem, List<Violation> violations) {
		return switch (problem) {
			case NOT_FOUND -> notFound("Not Found");
			case MALFORMED_QUERY ->
				new Auth0Exception(400, "Query validation error: 'malformed'.", "invalid_query_string");
			case INVALID_QUERY ->
				new Auth0Exception(400, "Query validation error: " + describe(violations), "invalid_query_string");
			case BODY_TOO_LARGE -> new Auth0Exception(413, "The payload is larger than 1 MiB.", null);
			case CONTENT_TYPE, MALFORMED_BODY ->
				badRequest("Invalid request payload JSON format, or a content type other than application/json.");
			case INVALID_BODY -> badRequest("Payload validation error: " + describe(violations));
		};
	}

	private static String describe(List<Violation> violations) {
		return violations.stream().map(Auth0Exception::describe).collect(Collectors.joining(", ", "", "."));
	}

	private static String describe(Violation violation) {
		String parameter = violation.parameter();
		return switch (violation.kind()) {
			case UNKNOWN -> "'Additional properties not allowed: " + parameter + "'";
			case MISSING -> "'Missing required property: " + parameter + "'";
			case NULL -> "'Expected other than null' on property " + parameter;
			case FORMAT, VALUE -> "'Expected " + violation.expected() + "' on property " + parameter;
		};
	}

	private static Reply reply(int status, String message, @Nullable String code) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.put("statusCode", status).put("error", REASONS.getOrDefault(status, "Error")).put("message", message);
		return Reply.of(status, (code != null) ? body.put("errorCode", code) : body);
	}

}
