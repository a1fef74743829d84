// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Users by e-mail address, in upper and lower case as they were added.
 */
final class UserOperations {

	private final Tenant tenant;

	private final List<User> users = new ArrayList<>();

	UserOperations(Tenant tenant) {
		this.tenant = tenant;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", "/api/v2/users-by-email", Guarded.by("read:users", this::find));
	}

	void clear() {
		this.users.clear();
	}

	void add(String email, List<String> connectionIds) {
		List<Connection> connections = connectionIds.stream().map(this.tenant::get).toList();
		this.users.add(new User(Ids.next("", 24), email, connections));
	}

	private Reply find(Call call) {
		Query query = call.query();
		String email = query.first("email");
		if (email == null || email.isEmpty()) {
			throw query.invalid("email", "an e-mail address");
		}
		// Users are deleted with their connection
		List<Connection> existing = this.tenant.listed();
		ArrayNode found = JsonNodeFactory.instance.arrayNode();
		this.users.stream()
			.filter((user) -> user.email().equals(email))
			.filter((user) -> user.connections().stream().anyMatch(existing::contains))
			.forEach((user) -> found.add(selected(query, user.toJson(existing))));
		return Reply.ok(found);
	}

	private static ObjectNode selected(Query query, ObjectNode user) {
		String fields = query.first("fields");
		if (fields == null || fields.isEmpty()) {
			return user;
		}
		List<String> names = Arrays.asList(fields.split(","));
		return Boolean.FALSE.equals(query.flag("include_fields")) ? user.remove(names) : user.retain(names);
	}

	/**
	 * A user.
	 *
	 * @param id the id at the first connection
	 * @param email the address
	 * @param connections the connections through which the user came
	 */
	private record User(String id, String email, List<Connection> connections) {

		ObjectNode toJson(List<Connection> existing) {
			ObjectNode json = JsonNodeFactory.instance.objectNode();
			Connection first = this.connections.get(0);
			json.put("user_id", first.strategy() + "|" + first.name() + "|" + this.id);
			json.put("email", this.email).put("email_verified", true).put("name", this.email);
			ArrayNode identities = json.putArray("identities");
			this.connections.stream()
				.filter(existing::contains)
				.forEach((connection) -> identities.addObject()
					.put("connection", connection.name())
					.put("provider", connection.strategy())
					.put("user_id", connection.name() + "|" + this.id)
					.put("isSocial", false));
			return json;
		}

	}

}
