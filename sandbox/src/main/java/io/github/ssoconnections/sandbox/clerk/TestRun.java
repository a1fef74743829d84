// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.signin.Outcome;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One attempt to sign in through a connection.
 *
 * @param id the run's id
 * @param status {@code pending}, {@code success} or {@code failed}
 * @param saml whether the connection is a SAML one
 * @param failure why it cannot succeed, {@code null} if it can
 * @param email the address of the user who signs in
 * @param createdAt the start, in milliseconds
 */
record TestRun(String id, String status, boolean saml, @Nullable Failure failure, String email, long createdAt) {

	static TestRun pending(Connection connection, Instant now) {
		String email = "jane.doe@" + (connection.domains().isEmpty() ? "example.com" : connection.domains().get(0));
		return new TestRun(Ids.next("entr_", 27), "pending", connection.isSaml(), Failure.of(connection, now), email,
				now.toEpochMilli());
	}

	TestRun complete() {
		if (!this.status.equals("pending")) {
			return this;
		}
		String outcome = (this.failure != null) ? "failed" : "success";
		return new TestRun(this.id, outcome, this.saml, this.failure, this.email, this.createdAt);
	}

	/**
	 * Complete the run with what the IdP responds. A connection that cannot work fails
	 * whatever that is.
	 * @param outcome what the IdP responds with
	 * @return the completed run
	 */
	TestRun complete(Outcome outcome) {
		Failure reason = (this.failure != null) ? this.failure : Failure.of(outcome, this.saml);
		return new TestRun(this.id, "pending", this.saml, reason, this.email, this.createdAt).complete();
	}

	boolean isSuccessful() {
		return this.status.equals("success");
	}

	JsonNode toJson() {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("id", this.id).put("status", this.status).put("connection_type", this.saml ? "saml" : "oauth");
		json.set("parsed_user_info", this.status.equals("success") ? userInfo() : json.nullNode());
		addLogs(json);
		json.set("saml", this.saml ? samlExchange() : json.nullNode());
		json.set("oauth", this.saml ? json.nullNode() : oauthExchange());
		return json.put("created_at", this.createdAt);
	}

	private ObjectNode userInfo() {
		return JsonNodeFactory.instance.objectNode()
			.put("email_address", this.email)
			.put("first_name", "Jane")
			.put("last_name", "Doe")
			.put("user_id", "jane.doe");
	}

	private void addLogs(ObjectNode json) {
		json.putArray("logs");
		Failure failure = this.failure;
		if (failure != null && this.status.equals("failed")) {
			json.withArray("logs")
				.addObject()
				.put("level", "error")
				.put("code", failure.code)
				.put("short_message", failure.summary)
				.put("message", failure.message);
		}
		if (this.status.equals("success")) {
			json.withArray("logs").addObject().put("level", "info").put("message", "The user signed in.");
		}
	}

	private ObjectNode samlExchange() {
		ObjectNode exchange = JsonNodeFactory.instance.objectNode();
		exchange.put("saml_request", base64("<samlp:AuthnRequest ID=\"" + this.id + "\"/>"));
		exchange.put("relay_state", this.id);
		if (!this.status.equals("pending")) {
			exchange.put("saml_response", base64("<samlp:Response InResponseTo=\"" + this.id + "\"/>"));
		}
		return exchange;
	}

	private ObjectNode oauthExchange() {
		ObjectNode exchange = JsonNodeFactory.instance.objectNode();
		if (!this.status.equals("pending")) {
			exchange.put("id_token", base64("{\"alg\":\"none\"}") + "." + base64(userInfo().toString()) + ".");
			exchange.put("access_token", "sandbox-" + this.id).put("user_info", userInfo().toString());
		}
		return exchange;
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Why a sign-in cannot succeed.
	 */
	enum Failure {

		CERTIFICATE_EXPIRED("saml_idp_certificate_expired", "Certificate expired",
				"The IdP's signing certificate has expired."),

		NOT_CONFIGURED("saml_connection_not_configured", "Not configured",
				"The connection does not know its identity provider yet."),

		SAML_ACCESS_DENIED("saml_response_not_successful", "Sign-in denied",
				"The IdP responded with an error: the user is not assigned to the application."),

		SAML_ATTRIBUTE_MISSING("saml_user_attribute_missing", "Attribute missing",
				"The attribute for the e-mail address is missing from the SAML response."),

		OAUTH_ACCESS_DENIED("oauth_access_denied", "Access denied",
				"The IdP responded with access_denied: the user is not assigned to the application."),

		OAUTH_ATTRIBUTE_MISSING("oauth_user_attribute_missing", "Claim missing",
				"The claim for the e-mail address is missing from the ID token.");

		private final String code;

		private final String summary;

		private final String message;

		Failure(String code, String summary, String message) {
			this.code = code;
			this.summary = summary;
			this.message = message;
		}

		static @Nullable Failure of(Outcome outcome, boolean saml) {
			return switch (outcome) {
				case SUCCESS -> null;
				case FAILURE -> saml ? SAML_ACCESS_DENIED : OAUTH_ACCESS_DENIED;
				case WRONG_ATTRIBUTE -> saml ? SAML_ATTRIBUTE_MISSING : OAUTH_ATTRIBUTE_MISSING;
			};
		}

		static @Nullable Failure of(Connection connection, Instant now) {
			if (!connection.isConfigured()) {
				return NOT_CONFIGURED;
			}
			return (connection.isSaml() && !connection.certificates().get(0).isValid(now)) ? CERTIFICATE_EXPIRED : null;
		}

	}

}
