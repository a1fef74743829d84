// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import io.github.ssoconnections.sandbox.rest.Ids;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One attempt to sign in through a connection.
 *
 * @param id the run's id
 * @param status {@code pending}, {@code success} or {@code failed}
 * @param saml whether the connection is a SAML one
 * @param certificateExpired whether the primary certificate had expired at the start
 * @param email the address of the user who signs in
 * @param createdAt the start, in milliseconds
 */
record TestRun(String id, String status, boolean saml, boolean certificateExpired, String email, long createdAt) {

	static TestRun pending(Connection connection, Instant now) {
		boolean expired = connection.isSaml() && !connection.certificates().get(0).isValid(now);
		String email = "jane.doe@" + connection.domains().get(0);
		return new TestRun(Ids.next("entr_", 27), "pending", connection.isSaml(), expired, email, now.toEpochMilli());
	}

	TestRun complete() {
		String outcome = this.certificateExpired ? "failed" : "success";
		return new TestRun(this.id, outcome, this.saml, this.certificateExpired, this.email, this.createdAt);
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
		if (this.status.equals("failed")) {
			json.withArray("logs")
				.addObject()
				.put("level", "error")
				.put("code", "saml_idp_certificate_expired")
				.put("short_message", "Certificate expired")
				.put("message", "The IdP's signing certificate has expired.");
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

}
