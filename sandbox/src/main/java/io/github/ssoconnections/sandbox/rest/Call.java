// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.ssoconnections.sandbox.rest.Rejections.Problem;
import wiremock.com.fasterxml.jackson.databind.DeserializationFeature;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import wiremock.com.fasterxml.jackson.databind.json.JsonMapper;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One request on its way to an operation.
 *
 * @param request the request
 * @param variables the variables of the path by name
 * @param query the query parameters
 * @param rejections writes the vendor's errors
 */
public record Call(Request request, Map<String, String> variables, Query query, Rejections rejections) {

	private static final int MAX_BODY_BYTES = 1024 * 1024;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	/**
	 * Take a request in.
	 * @param request the request
	 * @param variables the variables of the path by name
	 * @param rejections writes the vendor's errors
	 * @return the call
	 */
	public static Call of(Request request, Map<String, String> variables, Rejections rejections) {
		return new Call(request, variables, Query.ofUrl(request.getUrl(), rejections), rejections);
	}

	/**
	 * Return the id in the path.
	 * @return the id
	 */
	public String id() {
		return this.variables.getOrDefault("id", "");
	}

	/**
	 * Read an object, and hold it against the rules of the operation.
	 * @param shape what the body may hold
	 * @return the body, without what the vendor ignores
	 */
	public ObjectNode body(Shape shape) {
		if (!(json() instanceof ObjectNode object)) {
			throw this.rejections.reject(Problem.MALFORMED_BODY);
		}
		return checked(object, shape, this.rejections);
	}

	/**
	 * Hold an object against the rules of an operation.
	 * @param object the object
	 * @param shape what it may hold
	 * @param rejections writes the vendor's errors
	 * @return a copy without what the vendor ignores
	 */
	public static ObjectNode checked(ObjectNode object, Shape shape, Rejections rejections) {
		List<Violation> violations = shape.check(object);
		if (!violations.isEmpty()) {
			throw rejections.reject(Problem.INVALID_BODY, violations);
		}
		return shape.withoutIgnored(object);
	}

	/**
	 * Read an object that may also be left out, or be {@code null}.
	 * @param shape what the body may hold
	 * @return the body, empty if there is none
	 */
	public ObjectNode optionalBody(Shape shape) {
		byte[] body = this.request.getBody();
		boolean absent = body == null || body.length == 0 || json().isNull();
		return absent ? JsonNodeFactory.instance.objectNode() : body(shape);
	}

	/**
	 * Read the body, whatever JSON it is.
	 * @return the body
	 */
	public JsonNode json() {
		byte[] body = this.request.getBody();
		if (body != null && body.length > MAX_BODY_BYTES) {
			throw this.rejections.reject(Problem.BODY_TOO_LARGE);
		}
		if (!hasType("application/json")) {
			throw this.rejections.reject(Problem.CONTENT_TYPE);
		}
		try {
			return MAPPER.readTree((body != null) ? body : new byte[0]);
		}
		catch (IOException ex) {
			// What the parser says may quote the body
			throw this.rejections.reject(Problem.MALFORMED_BODY);
		}
	}

	/**
	 * Return whether the body is said to be of a type.
	 * @param type the media type without parameters
	 * @return whether the content type names it
	 */
	public boolean hasType(String type) {
		String contentType = this.request.getHeader("Content-Type");
		return contentType != null && contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals(type);
	}

}
