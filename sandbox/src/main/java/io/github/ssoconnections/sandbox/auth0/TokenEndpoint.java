// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.Map;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.RejectedException;
import io.github.ssoconnections.sandbox.rest.Rejections.Problem;
import io.github.ssoconnections.sandbox.rest.Reply;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The token endpoint, for client credentials. Its errors have another form than the
 * API's.
 */
final class TokenEndpoint {

	static final String PATH = "/oauth/token";

	static final String TENANT = "sandbox";

	static final String AUDIENCE = "https://sandbox.auth0.example/api/v2/";

	static final String CLIENT_ID = "sandbox-client";

	static final String CLIENT_SECRET = "sandbox-only-client-secret";

	private static final Map<Integer, String> CODES = Map.of(400, "invalid_request", 401, "access_denied", 403,
			"unauthorized_client", 429, "too_many_requests");

	private final Tokens tokens;

	TokenEndpoint(Tokens tokens) {
		this.tokens = tokens;
	}

	Reply respond(Request request) {
		Call call = Call.of(request, Map.of(), (problem, violations) -> rejected(400, "invalid_request",
				"The request is not a form or JSON (" + problem + ")"));
		if (!request.getMethod().value().equals("POST")) {
			throw call.rejections().reject(Problem.NOT_FOUND);
		}
		Fields fields = fields(call);
		if (!"client_credentials".equals(fields.get("grant_type"))) {
			throw rejected(403, "unsupported_grant_type", "Unsupported grant type: " + fields.get("grant_type"));
		}
		if (!CLIENT_ID.equals(fields.get("client_id")) || !CLIENT_SECRET.equals(fields.get("client_secret"))) {
			throw rejected(401, "access_denied", "Unauthorized");
		}
		String audience = fields.get("audience");
		if (!AUDIENCE.equals(audience) && !("http://" + request.getHeader("Host") + "/api/v2/").equals(audience)) {
			throw rejected(403, "access_denied", "Service not found: " + audience);
		}
		Access access = this.tokens.granted();
		String scope = Access.SCOPES.stream().filter(access::allows).reduce((a, b) -> a + " " + b).orElse("");
		return Reply.ok(JsonNodeFactory.instance.objectNode()
			.put("access_token", this.tokens.issue(access))
			.put("scope", scope)
			.put("expires_in", this.tokens.lifetime().toSeconds())
			.put("token_type", "Bearer"));
	}

	private static Fields fields(Call call) {
		if (call.hasType("application/x-www-form-urlencoded")) {
			Query form = new Query(call.request().getBodyAsString(), call.rejections());
			return form::first;
		}
		JsonNode json = call.json();
		return (name) -> json.path(name).asText(null);
	}

	static Reply failure(int status, @Nullable String code) {
		return rejected(status, (code != null) ? code : CODES.getOrDefault(status, "server_error"),
				"The sandbox was set to respond with " + status + ".")
			.reply();
	}

	private static RejectedException rejected(int status, String error, String description) {
		return new RejectedException(Reply.of(status,
				JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description)));
	}

	/**
	 * What was sent, as a form or as JSON.
	 */
	@FunctionalInterface
	private interface Fields {

		@Nullable String get(String name);

	}

}
