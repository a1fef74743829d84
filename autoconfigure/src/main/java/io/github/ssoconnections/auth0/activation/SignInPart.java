// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

/**
 * Part of the settings that a sign-in to an organization needs.
 */
public enum SignInPart {

	/**
	 * The connection is active: {@code authentication.active} is not {@code false}.
	 */
	CONNECTION_ACTIVE("PATCH /connections/{id}", "update:connections"),

	/**
	 * The connection is enabled for the client.
	 */
	CLIENT_ENABLED("PATCH /connections/{id}/clients", "update:connections"),

	/**
	 * The connection is enabled for the organization.
	 */
	ORGANIZATION_ENABLED("POST /organizations/{id}/enabled_connections", "create:organization_connections"),

	/**
	 * Users become members of the organization: {@code assign_membership_on_login} is
	 * {@code true}. Without it, only users who are members already can sign in.
	 */
	MEMBERSHIP("PATCH /organizations/{id}/enabled_connections/{connectionId}", "update:organization_connections"),

	/**
	 * The client allows organizations: its {@code organization_usage} is set and not
	 * {@code deny}.
	 */
	ORGANIZATION_USAGE("PATCH /clients/{id}", "update:clients"),

	/**
	 * Home realm discovery finds the connection: the domain is among its
	 * {@code domain_aliases}. Needed unless the client prompts for the organization. A
	 * client that names the connection in its request can do without.
	 */
	DOMAIN_ALIAS("PATCH /connections/{id}", "update:connections_options"),

	/**
	 * The organization prompt takes an e-mail address: {@code email} is among the
	 * client's {@code organization_discovery_methods}. Needed if the client prompts for
	 * the organization.
	 */
	DISCOVERY_METHOD("PATCH /clients/{id}", "update:clients"),

	/**
	 * The organization prompt finds the organization: the domain is a verified discovery
	 * domain of it. Needed if the client prompts for the organization.
	 */
	DISCOVERY_DOMAIN("POST or PATCH /organizations/{id}/discovery-domains",
			"create:organization_discovery_domains or update:organization_discovery_domains");

	private final String call;

	private final String scope;

	SignInPart(String call, String scope) {
		this.call = call;
		this.scope = scope;
	}

	/**
	 * Return the call of Auth0's Management API that sets this part, with the generally
	 * available endpoint for connections of organizations.
	 * @return the method and the path below {@code /api/v2}
	 */
	public String call() {
		return this.call;
	}

	/**
	 * Return the scope that this call needs.
	 * @return the scope
	 */
	public String scope() {
		return this.scope;
	}

}
