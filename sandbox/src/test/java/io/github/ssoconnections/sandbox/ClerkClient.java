// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.assertj.core.api.Assertions;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A client of the sandbox's Clerk.
 */
final class ClerkClient extends AbstractClient {

	private static final String ENTERPRISE = "enterprise_connections";

	private static final String SAML = "saml_connections";

	private final Sandbox sandbox;

	ClerkClient(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	@Override
	String baseUrl() {
		return this.sandbox.clerkBaseUrl();
	}

	@Override
	String token() {
		return this.sandbox.clerkApiKey();
	}

	@Override
	void check(String method, String path, ApiResponse response) {
		Assertions.assertThat(Schemas.violations(Schemas.ofResponse(method, path, response.status()), response.body()))
			.as("%s %s responded %s", method, path, response.body())
			.isEmpty();
	}

	/**
	 * Create an enterprise connection with just what is required, and return its id.
	 * @param name the name, from which the domain is made
	 * @return the id
	 */
	String create(String name) {
		return createEnterprise("'name': '" + name + "', 'domains': ['" + name.toLowerCase() + ".example']").id();
	}

	/**
	 * Create an enterprise connection, of saml_okta unless the fields say otherwise.
	 * @param fields the fields
	 * @return the response
	 */
	ApiResponse createEnterprise(String fields) {
		return post(ENTERPRISE, withDefaults(fields));
	}

	/**
	 * Create a SAML connection through the SAML API.
	 * @param fields the fields
	 * @return the response
	 */
	ApiResponse createSaml(String fields) {
		return post(SAML, withDefaults(fields));
	}

	private static String withDefaults(String fields) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.put("name", "Acme").put("provider", "saml_okta").putArray("domains").add("acme.example");
		body.setAll((ObjectNode) json(("{" + fields + "}").replace('\'', '"')));
		return body.toString();
	}

}
