// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.io.IOException;
import java.util.Locale;

import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.DeserializationFeature;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.json.JsonMapper;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One request on its way to an operation.
 *
 * @param request the request
 * @param id the id in the path, empty if there is none
 * @param query the query parameters
 */
record Call(Request request, String id, Query query) {

	private static final int MAX_BODY_BYTES = 1024 * 1024;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Read the request's body, and hold it against the rules of the operation.
	 * @param shape what the body may hold
	 * @return the body, without what the vendor ignores
	 */
	ObjectNode body(Shape shape) {
		byte[] body = this.request.getBody();
		if (body != null && body.length > MAX_BODY_BYTES) {
			throw new ClerkException(413, "request_body_too_large", "The request body is larger than 1 MiB.");
		}
		if (!isJson(this.request.getHeader("Content-Type"))) {
			throw new ClerkException(415, "unsupported_content_type", "Content-Type must be application/json.");
		}
		return shape.accept(parse(body));
	}

	private static boolean isJson(@Nullable String contentType) {
		return contentType != null
				&& contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals("application/json");
	}

	private static ObjectNode parse(byte @Nullable [] body) {
		try {
			JsonNode json = MAPPER.readTree((body != null) ? body : new byte[0]);
			if (json instanceof ObjectNode object) {
				return object;
			}
		}
		catch (IOException ex) {
			// Answered below: what the parser says may quote the body
		}
		throw new ClerkException(400, "request_body_invalid", "The request body must be a JSON object.");
	}

}
