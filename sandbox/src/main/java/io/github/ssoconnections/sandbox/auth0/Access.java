// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.Set;

/**
 * What a token allows.
 *
 * @param scopes the scopes it carries
 */
record Access(Set<String> scopes) {

	static final String READ_OPTIONS = "read:connections_options";

	static final String UPDATE_OPTIONS = "update:connections_options";

	/** Every scope that some operation asks for. */
	static final List<String> SCOPES = List.of("read:connections", "create:connections", "update:connections",
			"delete:connections", READ_OPTIONS, UPDATE_OPTIONS, "delete:users", "read:connections_keys",
			"create:connections_keys", "update:connections_keys", "read:scim_config", "create:scim_config",
			"update:scim_config", "delete:scim_config", "read:scim_token", "create:scim_token", "delete:scim_token",
			"read:directory_provisionings", "create:directory_provisionings", "update:directory_provisionings",
			"delete:directory_provisionings", "read:organizations", "create:organizations",
			"read:organization_connections", "create:organization_connections", "update:organization_connections",
			"delete:organization_connections", "read:self_service_profiles", "create:self_service_profiles",
			"update:self_service_profiles", "delete:self_service_profiles", "read:self_service_profile_custom_texts",
			"update:self_service_profile_custom_texts", "create:sso_access_tickets", "delete:sso_access_tickets",
			"read:logs", "read:organization_discovery_domains", "create:organization_discovery_domains",
			"update:organization_discovery_domains", "delete:organization_discovery_domains", "read:clients",
			"read:users", "read:events");

	static final Access FULL = new Access(Set.copyOf(SCOPES));

	boolean allows(String scope) {
		return this.scopes.contains(scope);
	}

	void require(List<String> needed) {
		if (!this.scopes.containsAll(needed)) {
			String expected = (needed.size() == 1) ? "any" : "all";
			throw new Auth0Exception(403,
					"Insufficient scope, expected " + expected + " of: " + String.join(", ", needed),
					"insufficient_scope");
		}
	}

}
