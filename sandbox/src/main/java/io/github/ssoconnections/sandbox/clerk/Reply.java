// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer before it is written.
 *
 * @param status the HTTP status
 * @param body the JSON body
 * @param traceId the value of the {@code Clerk-Trace-Id} header, on errors
 */
record Reply(int status, JsonNode body, @Nullable String traceId) {

	static Reply ok(JsonNode body) {
		return new Reply(200, body, null);
	}

	static Reply created(JsonNode body) {
		return new Reply(201, body, null);
	}

	static Reply deleted(String object, String id) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		return ok(body.put("object", object).put("id", id).put("deleted", true));
	}

	static Reply failure(int status, List<ClerkError> errors) {
		String traceId = UUID.randomUUID().toString().replace("-", "");
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		errors.forEach((error) -> body.withArray("errors").add(error.toJson()));
		return new Reply(status, body.put("clerk_trace_id", traceId), traceId);
	}

	Response toResponse() {
		HttpHeaders headers = new HttpHeaders(new HttpHeader("Content-Type", "application/json"));
		if (this.traceId != null) {
			headers = headers.plus(new HttpHeader("Clerk-Trace-Id", this.traceId));
		}
		return Response.response().status(this.status).headers(headers).body(this.body.toString()).build();
	}

}
