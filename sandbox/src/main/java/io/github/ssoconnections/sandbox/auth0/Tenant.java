// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Every connection of the tenant, and the rules that reach beyond one connection.
 */
final class Tenant {

	static final int DEFAULT_DELETION_REQUESTS = 1;

	private static final Set<String> ENTERPRISE = Set.of("ad", "adfs", "google-apps", "oidc", "okta", "pingfederate",
			"samlp", "waad");

	private final Map<String, Connection> connections = new LinkedHashMap<>();

	private int deletionRequests = DEFAULT_DELETION_REQUESTS;

	private final DerivedOptions derivedOptions;

	private long created;

	Tenant(DerivedOptions derivedOptions) {
		this.derivedOptions = derivedOptions;
	}

	void clear() {
		this.connections.clear();
		this.deletionRequests = DEFAULT_DELETION_REQUESTS;
	}

	void deletionRequests(int requests) {
		this.deletionRequests = requests;
	}

	List<Connection> all() {
		return new ArrayList<>(this.connections.values());
	}

	/**
	 * Return what a request for many connections finds.
	 * @return the connections, those included whose deletion goes on
	 */
	List<Connection> listed() {
		return all().stream().filter(this::isStillThere).toList();
	}

	Connection get(String id) {
		Connection connection = this.connections.get(id);
		if (connection == null || !isStillThere(connection)) {
			throw Auth0Exception.noSuchConnection();
		}
		return connection;
	}

	/**
	 * Count a request that meets a connection, and end its deletion if it was the last.
	 * @param connection the connection
	 * @return whether the request finds the connection
	 */
	private boolean isStillThere(Connection connection) {
		if (connection.deletionGoesOn()) {
			return true;
		}
		this.connections.remove(connection.id());
		return false;
	}

	Connection create(String name, String strategy, ObjectNode settings) {
		all().stream().filter((other) -> other.name().equals(name)).filter(this::isStillThere).forEach((other) -> {
			throw Auth0Exception
				.conflict(other.isBeingDeleted() ? "A connection with the same name is being deleted, try again later"
						: "A connection with the same name already exists");
		});
		Connection connection = new Connection(this.created++, name, strategy);
		ObjectNode defaults = connection.settings();
		defaults.putObject("options");
		defaults.put("display_name", name).put("is_domain_connection", false);
		if (ENTERPRISE.contains(strategy)) {
			defaults.put("show_as_button", false);
		}
		defaults.putObject("authentication").put("active", true);
		defaults.putObject("connected_accounts").put("active", false);
		defaults.putArray("realms");
		write(connection, settings);
		this.connections.put(connection.id(), connection);
		return connection;
	}

	/**
	 * Change a connection as the vendor does: whatever is sent replaces what was there,
	 * options as a whole, and a display name that is not sent becomes the name.
	 * @param connection the connection
	 * @param settings what was sent
	 * @return the connection
	 */
	Connection update(Connection connection, ObjectNode settings) {
		connection.settings().put("display_name", connection.name());
		return write(connection, settings);
	}

	private Connection write(Connection connection, ObjectNode settings) {
		requireFreeRealms(connection, settings);
		requireSupported(connection, settings);
		boolean created = !this.connections.containsKey(connection.id());
		if (created && !settings.has("options")) {
			settings.putObject("options");
		}
		if (settings.path("options") instanceof ObjectNode options) {
			this.derivedOptions.derive(connection, options, created);
		}
		ObjectNode written = connection.settings();
		written.setAll(settings.deepCopy());
		// It reached its end of life, and does nothing
		written.remove("enabled_clients");
		if (written.path("cross_app_access_resource_app").isNull()) {
			written.remove("cross_app_access_resource_app");
		}
		if (written.path("options").isNull()) {
			written.putObject("options");
		}
		if (written.path("metadata") instanceof ObjectNode metadata) {
			metadata.properties().removeIf((entry) -> entry.getValue().isNull());
		}
		if (written.path("realms").isEmpty()) {
			written.putArray("realms").add(connection.name());
		}
		return connection;
	}

	private static void requireSupported(Connection connection, ObjectNode settings) {
		if (connection.strategy().equals("auth0") && settings.has("cross_app_access_requesting_app")) {
			throw new Auth0Exception(400, "operation_not_supported",
					"Cross App Access Requesting App is not supported for this connection.");
		}
	}

	private void requireFreeRealms(Connection connection, ObjectNode settings) {
		List<String> realms = new ArrayList<>();
		settings.path("realms").forEach((realm) -> realms.add(realm.textValue()));
		boolean taken = all().stream()
			.filter((other) -> other != connection)
			.map(Connection::realms)
			.anyMatch((others) -> !Collections.disjoint(others, realms));
		if (taken) {
			throw Auth0Exception
				.conflict("There is already another connection with some realms from \"realms\" parameter");
		}
	}

	/**
	 * Delete a connection.
	 * @param id the id, of a connection or not
	 * @return whether the deletion goes on
	 */
	boolean delete(String id) {
		Connection connection = this.connections.get(id);
		if (connection == null) {
			return false;
		}
		if (!connection.isBeingDeleted() && this.deletionRequests > 0) {
			connection.delete(this.deletionRequests);
			return true;
		}
		if (connection.isBeingDeleted() && isStillThere(connection)) {
			return true;
		}
		this.connections.remove(id);
		return false;
	}

}
