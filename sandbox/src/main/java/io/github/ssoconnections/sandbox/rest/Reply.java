// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.util.LinkedHashMap;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.TextNode;

/**
 * A response before it is written.
 *
 * @param status the HTTP status
 * @param body the JSON body, or {@code null} for none
 * @param headers the headers by name, without the content type of JSON
 */
public record Reply(int status, @Nullable JsonNode body, Map<String, String> headers) {

	private static final String CONTENT_TYPE = "Content-Type";

	/**
	 * Create a response with a body.
	 * @param status the HTTP status
	 * @param body the body
	 * @return the response
	 */
	public static Reply of(int status, JsonNode body) {
		return new Reply(status, body, Map.of());
	}

	/**
	 * Create a response 200.
	 * @param body the body
	 * @return the response
	 */
	public static Reply ok(JsonNode body) {
		return of(200, body);
	}

	/**
	 * Create a response 201.
	 * @param body the body
	 * @return the response
	 */
	public static Reply created(JsonNode body) {
		return of(201, body);
	}

	/**
	 * Create a response whose body is no JSON.
	 * @param status the HTTP status
	 * @param contentType the content type
	 * @param body the body
	 * @return the response
	 */
	public static Reply text(int status, String contentType, String body) {
		return new Reply(status, TextNode.valueOf(body), Map.of(CONTENT_TYPE, contentType));
	}

	/**
	 * Create a response without a body.
	 * @param status the HTTP status
	 * @return the response
	 */
	public static Reply empty(int status) {
		return new Reply(status, null, Map.of());
	}

	/**
	 * Add headers.
	 * @param more the headers by name
	 * @return a copy with these headers
	 */
	public Reply with(Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.putAll(more);
		return new Reply(this.status, this.body, all);
	}

	/**
	 * Write the response.
	 * @return the response for WireMock
	 */
	public Response toResponse() {
		HttpHeaders written = new HttpHeaders();
		Response.Builder response = Response.response().status(this.status);
		if (this.body != null) {
			boolean json = !this.headers.containsKey(CONTENT_TYPE);
			if (json) {
				written = written.plus(new HttpHeader(CONTENT_TYPE, "application/json"));
			}
			response.body(json ? this.body.toString() : this.body.textValue());
		}
		for (Map.Entry<String, String> header : this.headers.entrySet()) {
			written = written.plus(new HttpHeader(header.getKey(), header.getValue()));
		}
		return response.headers(written).build();
	}

}
