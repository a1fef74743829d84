// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sign-ins to organizations. A person is let in only when the connection is active, is
 * enabled for the client and for the organization, the person is a member or becomes one,
 * the client allows organizations, and the e-mail address leads there: by a verified
 * discovery domain where the client prompts for the organization, by the domain aliases
 * of the connection where it does not.
 */
final class SignIns {

	private final Tenant tenant;

	private final OrganizationOperations organizations;

	private final DiscoveryDomainOperations discoveryDomains;

	private final TenantClientOperations clients;

	private final Set<String> members = new HashSet<>();

	SignIns(Tenant tenant, OrganizationOperations organizations, DiscoveryDomainOperations discoveryDomains,
			TenantClientOperations clients) {
		this.tenant = tenant;
		this.organizations = organizations;
		this.discoveryDomains = discoveryDomains;
		this.clients = clients;
	}

	void clear() {
		this.members.clear();
	}

	void addMember(String organizationId, String email) {
		this.organizations.require(organizationId);
		this.members.add(member(organizationId, email));
	}

	private static String member(String organizationId, String email) {
		return organizationId + " " + email.toLowerCase(Locale.ROOT);
	}

	SignInDecision signIn(String connectionId, String clientId, String organizationId, String email) {
		Connection connection = this.tenant.get(connectionId);
		ObjectNode listed = this.organizations.require(organizationId).connections().get(connectionId);
		ObjectNode enabled = (listed != null && EarlyAccessConnections.isEnabled(listed)) ? listed : null;
		String domain = email.substring(email.indexOf('@') + 1);
		List<String> missing = new ArrayList<>();
		require(connection.settings().path("authentication").path("active").asBoolean(true),
				"the connection is not active", missing);
		require(connection.clients().contains(clientId), "the client is not enabled for the connection", missing);
		require(enabled != null, "the connection is not enabled for the organization", missing);
		boolean assigned = enabled != null && enabled.path("assign_membership_on_login").asBoolean();
		require(enabled == null || assigned || this.members.contains(member(organizationId, email)),
				"the person is not a member of the organization", missing);
		require(this.clients.allowsOrganizations(clientId), "the client denies organizations", missing);
		if (this.clients.promptsForOrganization(clientId)) {
			require(this.clients.promptsForEmail(clientId), "the organization prompt takes no e-mail address", missing);
			require(this.discoveryDomains.finds(organizationId, domain),
					"the domain is no verified discovery domain of the organization", missing);
		}
		else {
			require(hasAlias(connection, domain), "the domain is no domain alias of the connection", missing);
		}
		if (missing.isEmpty()) {
			addMember(organizationId, email);
		}
		return new SignInDecision(missing);
	}

	private static boolean hasAlias(Connection connection, String domain) {
		for (JsonNode alias : connection.options().path("domain_aliases")) {
			if (alias.asText().equalsIgnoreCase(domain)) {
				return true;
			}
		}
		return false;
	}

	private static void require(boolean present, String reason, List<String> missing) {
		if (!present) {
			missing.add(reason);
		}
	}

}
