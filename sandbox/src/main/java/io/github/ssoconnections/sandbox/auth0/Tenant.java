// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Every connection of the tenant, those that are being deleted, and the rules that reach
 * beyond one connection.
 */
final class Tenant {

	static final int DEFAULT_DELETION_REQUESTS = 1;

	private final Map<String, Connection> connections = new LinkedHashMap<>();

	private final Map<String, Deletion> deletions = new HashMap<>();

	private int deletionRequests = DEFAULT_DELETION_REQUESTS;

	private long created;

	void clear() {
		this.connections.clear();
		this.deletions.clear();
		this.deletionRequests = DEFAULT_DELETION_REQUESTS;
	}

	void deletionRequests(int requests) {
		this.deletionRequests = requests;
	}

	List<Connection> all() {
		return new ArrayList<>(this.connections.values());
	}

	Connection get(String id) {
		Connection connection = this.connections.get(id);
		if (connection == null) {
			throw Auth0Exception.noSuchConnection();
		}
		return connection;
	}

	Connection create(String name, String strategy, ObjectNode settings) {
		if (all().stream().anyMatch((other) -> other.name().equals(name))) {
			throw Auth0Exception.conflict("A connection with the same name already exists");
		}
		if (this.deletions.values().stream().anyMatch((deletion) -> deletion.concerns(name) && deletion.goesOn())) {
			throw Auth0Exception.conflict("A connection with the same name is being deleted, try again later");
		}
		Connection connection = new Connection(this.created++, name, strategy);
		ObjectNode defaults = connection.settings();
		defaults.putObject("options");
		defaults.put("display_name", name).put("is_domain_connection", false).put("show_as_button", false);
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
		ObjectNode written = connection.settings();
		written.setAll(settings.deepCopy());
		// It reached its end of life, and does nothing
		written.remove("enabled_clients");
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
	 * Delete a connection. It is gone from every answer at once, but its name is not free
	 * until the deletion is done.
	 * @param id the id, of a connection or not
	 * @return whether the deletion goes on
	 */
	boolean delete(String id) {
		Connection connection = this.connections.remove(id);
		if (connection != null && this.deletionRequests > 0) {
			this.deletions.put(id, new Deletion(connection.name(), this.deletionRequests));
			return true;
		}
		Deletion deletion = this.deletions.get(id);
		return deletion != null && deletion.goesOn();
	}

	static ArrayNode array(Set<String> values) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		values.forEach(array::add);
		return array;
	}

	/**
	 * A deletion that takes a while. Time is counted in requests that meet it, so that a
	 * test decides when it is over.
	 */
	private static final class Deletion {

		private final String name;

		private int remaining;

		Deletion(String name, int remaining) {
			this.name = name;
			this.remaining = remaining;
		}

		boolean concerns(String other) {
			return this.name.equals(other);
		}

		boolean goesOn() {
			return this.remaining-- > 0;
		}

	}

}
