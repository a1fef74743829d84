// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.ssoconnections.sandbox.rest.Ids;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The state of one connection.
 */
final class Connection {

	private final String id = Ids.next("con_", 16);

	private final String position;

	private final String name;

	private final String strategy;

	private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

	private final Set<String> clients = new TreeSet<>();

	private final List<ObjectNode> keys = new ArrayList<>();

	private final List<ObjectNode> scimTokens = new ArrayList<>();

	private final Map<String, ObjectNode> groups = new TreeMap<>();

	private @Nullable ObjectNode scim;

	private @Nullable ObjectNode provisioning;

	private boolean online;

	private int deletionRequests = -1;

	Connection(long number, String name, String strategy) {
		this.position = "%012d".formatted(number);
		this.name = name;
		this.strategy = strategy;
	}

	String id() {
		return this.id;
	}

	/**
	 * Where it stands in lists.
	 * @return text to be ordered by
	 */
	String position() {
		return this.position;
	}

	String name() {
		return this.name;
	}

	String strategy() {
		return this.strategy;
	}

	/**
	 * What a client may change, options included, by the names that requests use.
	 * @return the settings, to be changed in place
	 */
	ObjectNode settings() {
		return this.settings;
	}

	JsonNode options() {
		return this.settings.path("options");
	}

	Set<String> realms() {
		Set<String> realms = new TreeSet<>();
		this.settings.path("realms").forEach((realm) -> realms.add(realm.textValue()));
		return realms;
	}

	Set<String> clients() {
		return this.clients;
	}

	/**
	 * The signing keys: current, next, and previous if there is one.
	 * @return the keys, to be changed in place
	 */
	List<ObjectNode> keys() {
		return this.keys;
	}

	@Nullable ObjectNode scim() {
		return this.scim;
	}

	void scim(@Nullable ObjectNode configuration) {
		this.scim = configuration;
		if (configuration == null) {
			this.scimTokens.clear();
		}
	}

	List<ObjectNode> scimTokens() {
		return this.scimTokens;
	}

	@Nullable ObjectNode provisioning() {
		return this.provisioning;
	}

	void provisioning(@Nullable ObjectNode configuration) {
		this.provisioning = configuration;
		if (configuration == null) {
			this.groups.clear();
		}
	}

	Map<String, ObjectNode> groups() {
		return this.groups;
	}

	boolean isOnline() {
		return this.online;
	}

	void online(boolean online) {
		this.online = online;
	}

	/**
	 * Start a deletion that takes a while. Time is counted in requests that meet it, so
	 * that a test decides when it is over.
	 * @param requests how many requests find it going on
	 */
	void delete(int requests) {
		this.deletionRequests = requests;
	}

	boolean isBeingDeleted() {
		return this.deletionRequests >= 0;
	}

	boolean deletionGoesOn() {
		return !isBeingDeleted() || this.deletionRequests-- > 0;
	}

	/**
	 * Write what names the connection in the responses of other resources.
	 * @return an object of three fields
	 */
	ObjectNode reference() {
		return JsonNodeFactory.instance.objectNode()
			.put("connection_id", this.id)
			.put("connection_name", this.name)
			.put("strategy", this.strategy);
	}

	/**
	 * Write the connection.
	 * @param access what the token allows: without a scope of their own, options are left
	 * out
	 * @return the connection
	 */
	ObjectNode toJson(Access access) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("id", this.id).put("name", this.name).put("strategy", this.strategy).setAll(this.settings.deepCopy());
		if (!access.allows(Access.READ_OPTIONS)) {
			json.remove("options");
		}
		return json;
	}

}
