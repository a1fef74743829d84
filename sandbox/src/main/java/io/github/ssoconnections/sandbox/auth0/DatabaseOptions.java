// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The options of a database connection: what the vendor rejects and adds, as recorded of
 * its API.
 */
final class DatabaseOptions {

	private DatabaseOptions() {
	}

	static void derive(Connection connection, ObjectNode options, boolean created) {
		if (options.path("attributes") instanceof ObjectNode attributes) {
			requireConsistent(options, attributes);
			requireUniqueEmail(connection, attributes, created);
		}
		if (created) {
			if (!options.has("mfa")) {
				options.putObject("mfa").put("active", true).put("return_enroll_settings", true);
			}
			if (!options.has("passwordPolicy") && !options.has("password_options")) {
				options.put("passwordPolicy", "good");
			}
			if (!options.has("strategy_version")) {
				options.put("strategy_version", 2);
			}
		}
		if (!options.has("brute_force_protection")) {
			options.put("brute_force_protection", true);
		}
		if (!options.has("authentication_methods")) {
			ObjectNode methods = options.putObject("authentication_methods");
			methods.putObject("password")
				.put("enabled", true)
				.put("api_behavior", "required")
				.put("signup_behavior", "allow");
			methods.putObject("passkey").put("enabled", false);
		}
		if (!options.has("passkey_options")) {
			options.putObject("passkey_options")
				.put("challenge_ui", "both")
				.put("progressive_enrollment_enabled", true)
				.put("local_enrollment_enabled", true);
		}
	}

	private static void requireConsistent(ObjectNode options, ObjectNode attributes) {
		if (options.hasNonNull("validation")) {
			throw Auth0Exception.badRequest("Cannot set both options.attributes and options.validation");
		}
		if (options.path("requires_username").asBoolean()) {
			throw Auth0Exception.badRequest("Cannot set both options.attributes and options.requires_username");
		}
		boolean active = false;
		for (JsonNode attribute : attributes) {
			active |= attribute.path("identifier").path("active").asBoolean();
		}
		if (!active) {
			throw Auth0Exception.badRequest("attributes must contain one active identifier");
		}
		attributes.properties().forEach((attribute) -> {
			if (attribute.getValue().path("profile_required").asBoolean()
					&& attribute.getValue().path("signup").path("status").asText().equals("inactive")) {
				throw Auth0Exception.badRequest("attribute " + attribute.getKey() + " must also be required on signup");
			}
		});
	}

	private static void requireUniqueEmail(Connection connection, ObjectNode attributes, boolean created) {
		boolean added = !created && !connection.options().path("attributes").has("email");
		if (added && attributes.path("email").path("unique").isBoolean()
				&& !attributes.path("email").path("unique").booleanValue()) {
			throw Auth0Exception.badRequest("cannot add non-unique email attribute");
		}
	}

}
