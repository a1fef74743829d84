// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.ssoconnections.sandbox.idp.MetadataDocuments;

/**
 * Every connection of the instance, and the rules that reach beyond one field. A write
 * happens whole or not at all.
 */
final class Connections {

	static final int DEFAULT_LIMIT = 25;

	private final Map<String, Connection> connections = new LinkedHashMap<>();

	private final Set<String> verifiedDomains = new TreeSet<>();

	private final Organizations organizations;

	private final InstantSource clock;

	private final SamlSettings samlSettings;

	private int limit = DEFAULT_LIMIT;

	Connections(MetadataDocuments documents, InstantSource clock, Organizations organizations) {
		this.organizations = organizations;
		this.clock = clock;
		this.samlSettings = new SamlSettings(documents, clock);
	}

	void clear() {
		this.connections.clear();
		this.verifiedDomains.clear();
		this.limit = DEFAULT_LIMIT;
	}

	int limit() {
		return this.limit;
	}

	void limit(int limit) {
		this.limit = limit;
	}

	Set<String> verifiedDomains() {
		return this.verifiedDomains;
	}

	List<Connection> newestFirst() {
		List<Connection> all = new ArrayList<>(this.connections.values());
		Collections.reverse(all);
		return all;
	}

	Connection get(String id) {
		Connection connection = this.connections.get(id);
		if (connection == null) {
			throw ClerkException.notFound();
		}
		return connection;
	}

	Connection getBySamlId(String samlId) {
		return this.connections.values()
			.stream()
			.filter((connection) -> connection.isSaml() && connection.protocolId().equals(samlId))
			.findFirst()
			.orElseThrow(ClerkException::notFound);
	}

	Connection create(Write write) {
		if (this.connections.size() >= this.limit) {
			throw new ClerkException(403, "quota_exceeded",
					"A development instance holds at most " + this.limit + " enterprise connections.");
		}
		Connection draft = Connection.create(write.settings().get("provider").textValue(), this.clock.millis());
		Settings.defaults(draft.settings());
		SamlSettings.defaults(draft.saml(), write.settings().get("name").textValue());
		OidcSettings.defaults(draft.oidc());
		return save(draft, write, false);
	}

	Connection update(Connection current, Write write) {
		Connection draft = current.copy();
		draft.updatedAt(this.clock.millis());
		return save(draft, write, current.isActive());
	}

	void delete(Connection connection) {
		this.connections.remove(connection.id());
	}

	private Connection save(Connection draft, Write write, boolean wasActive) {
		Settings.write(draft.settings(), write);
		if (draft.isSaml()) {
			this.samlSettings.write(draft, write);
		}
		else {
			OidcSettings.write(draft, write.oidc());
		}
		if (draft.isActive()) {
			requireConfigured(draft);
		}
		if (draft.isActive() && !wasActive) {
			takeOverVerifiedDomains(draft, write);
		}
		this.connections.put(draft.id(), draft);
		return draft;
	}

	private static void requireConfigured(Connection connection) {
		if (connection.isConfigured()) {
			return;
		}
		if (connection.isSaml()) {
			throw ClerkException.unprocessable("saml_connection_cant_be_activated",
					"An entity id, a sign-on URL and a certificate of the IdP are needed first.", "active");
		}
		throw ClerkException.unprocessable("form_conditional_param_missing",
				"A client id and either a discovery URL or the endpoints are needed first.",
				Connection.has(connection.oidc(), "client_id") ? "oidc.discovery_url" : "oidc.client_id");
	}

	private void takeOverVerifiedDomains(Connection connection, Write write) {
		List<String> domains = connection.domains();
		String organizationId = connection.organizationId();
		boolean conflict = domains.stream().anyMatch(this.verifiedDomains::contains) || (organizationId != null
				&& domains.stream().anyMatch(this.organizations.verifiedDomains(organizationId)::contains));
		if (conflict && !write.consentsToVerifiedDomainsDeletion()) {
			throw ClerkException.unprocessable("form_conditional_param_missing",
					"Verified organization domains exist for the same domains.", "consent_verified_domains_deletion");
		}
		domains.forEach(this.verifiedDomains::remove);
		if (organizationId != null) {
			this.organizations.removeVerifiedDomains(organizationId, domains);
		}
	}

	/**
	 * Return whether a domain serves an active connection of an organization.
	 * @param organizationId the id of the organization
	 * @param domain the domain, in lower case
	 * @return whether it does
	 */
	boolean isServed(String organizationId, String domain) {
		return this.connections.values()
			.stream()
			.anyMatch((connection) -> connection.isActive() && organizationId.equals(connection.organizationId())
					&& connection.domains().contains(domain));
	}

}
