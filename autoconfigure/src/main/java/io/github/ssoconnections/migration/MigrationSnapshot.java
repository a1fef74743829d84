// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import org.jspecify.annotations.Nullable;

/**
 * What both accounts had at the start.
 *
 * @param connections the connections at Auth0, in the order of the list
 * @param skipped the number of connections of the list that could not be read
 * @param existing the connections at Clerk
 * @param provisioned the ids of the connections with a SCIM configuration; {@code null}
 * if they are unknown
 * @param provisioningProblem why they are unknown
 */
record MigrationSnapshot(List<Auth0Connection> connections, int skipped, List<EnterpriseConnection> existing,
		@Nullable Set<String> provisioned, @Nullable String provisioningProblem) {

	/**
	 * Reject decisions about connections that do not exist.
	 * @param options the options
	 */
	void check(MigrationOptions options) {
		Set<String> known = new LinkedHashSet<>();
		this.connections.forEach((connection) -> {
			known.add(connection.id());
			known.add(connection.name());
		});
		check("overrides", options.overrides().keySet(), known);
		check("organizations", options.organizations().connections(), known);
		check("only", options.only(), known);
		this.connections.forEach((connection) -> Assert.isTrue(
				!options.overrides().containsKey(connection.id()) || !options.overrides().containsKey(connection.name())
						|| connection.id().equals(connection.name()),
				() -> "'overrides' must name the connection " + connection.name() + " once"));
	}

	private static void check(String option, Set<String> named, Set<String> known) {
		List<String> unknown = named.stream().filter((name) -> !known.contains(name)).sorted().toList();
		Assert.isTrue(unknown.isEmpty(),
				() -> "'" + option + "' must name connections of the tenant, and it has no " + unknown);
	}

	static boolean isIn(Set<String> names, Auth0Connection connection) {
		return names.contains(connection.id()) || names.contains(connection.name());
	}

	static @Nullable MigrationOverride find(Map<String, MigrationOverride> overrides, Auth0Connection connection) {
		MigrationOverride byId = overrides.get(connection.id());
		return (byId != null) ? byId : overrides.get(connection.name());
	}

	void nameProvisioning(Draft draft) {
		if (this.provisioned == null) {
			draft.notMapped("scim", null, "Whether users are provisioned is unknown: " + this.provisioningProblem);
		}
		else if (this.provisioned.contains(draft.source().id())) {
			draft.notMapped("scim", null,
					"Users are provisioned at Auth0: create a directory at Clerk, and give the customer its URL and key.");
		}
	}

}
