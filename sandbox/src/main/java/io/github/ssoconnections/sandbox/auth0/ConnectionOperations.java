// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The operations on connections themselves.
 */
final class ConnectionOperations {

	private static final String COLLECTION = "/api/v2/connections";

	private static final String ITEM = COLLECTION + "/{id}";

	private static final int MAX_PAGE = 100;

	private static final int MAX_BY_OFFSET = 1000;

	private final Tenant tenant;

	private final EventOperations events;

	ConnectionOperations(Tenant tenant, EventOperations events) {
		this.tenant = tenant;
		this.events = events;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", COLLECTION, Guarded.withAccess("read:connections", this::list))
			.add("POST", COLLECTION, Guarded.withAccess("create:connections", this::create))
			.add("GET", ITEM, Guarded.withAccess("read:connections", this::get))
			.add("PATCH", ITEM, Guarded.withAccess("update:connections", this::update))
			.add("DELETE", ITEM, Guarded.by("delete:connections", this::delete))
			.add("GET", ITEM + "/status", Guarded.by("read:connections", this::status))
			.add("DELETE", ITEM + "/users", Guarded.by("delete:users", this::deleteUser));
	}

	private Reply list(Call call, Access access) {
		Query query = call.query();
		List<String> strategies = query.all("strategy");
		strategies.stream()
			.filter((strategy) -> !RequestShapes.STRATEGIES.contains(strategy) && !strategy.equals("auth0-adldap"))
			.findFirst()
			.ifPresent((strategy) -> {
				throw query.invalid("strategy", "a known strategy");
			});
		String name = query.first("name");
		List<Connection> matches = this.tenant.listed()
			.stream()
			.filter((connection) -> strategies.isEmpty() || strategies.contains(connection.strategy()))
			.filter((connection) -> name == null || name.equals(connection.name()))
			.toList();
		Fields fields = Fields.of(query);
		if (query.has("take") || query.has("from")) {
			return Reply.ok(new Checkpoints<Connection>("connections", MAX_PAGE, Connection::position,
					(connection) -> fields.of(connection.toJson(access)))
				.page(query, matches));
		}
		return Reply.ok(byOffset(query, matches, fields, access));
	}

	private static JsonNode byOffset(Query query, List<Connection> matches, Fields fields, Access access) {
		int limit = query.number("per_page", 1, MAX_PAGE, MAX_PAGE);
		long start = (long) query.number("page", 0, Integer.MAX_VALUE, 0) * limit;
		ArrayNode page = JsonNodeFactory.instance.arrayNode();
		matches.stream()
			.limit(MAX_BY_OFFSET)
			.skip(start)
			.limit(limit)
			.forEach((connection) -> page.add(fields.of(connection.toJson(access))));
		if (!Boolean.TRUE.equals(query.flag("include_totals"))) {
			return page;
		}
		ObjectNode totals = JsonNodeFactory.instance.objectNode();
		totals.put("start", start).put("limit", limit).put("total", matches.size());
		return totals.set("connections", page);
	}

	private Reply create(Call call, Access access) {
		return Reply.created(create(call.body(RequestShapes.CREATE_CONNECTION)).toJson(access));
	}

	Connection create(ObjectNode body) {
		Connection connection = this.tenant.create(body.remove("name").textValue(), body.remove("strategy").textValue(),
				body);
		this.events.add("connection.created", connection);
		return connection;
	}

	private Reply get(Call call, Access access) {
		return Reply.ok(Fields.of(call.query()).ofOne(this.tenant.get(call.id()).toJson(access)));
	}

	private Reply update(Call call, Access access) {
		Connection connection = this.tenant.get(call.id());
		ObjectNode body = call.body(RequestShapes.UPDATE_CONNECTION);
		if (body.isEmpty()) {
			throw Auth0Exception.badRequest("Payload validation error: 'Too few properties defined (0), minimum 1'.");
		}
		if (body.has("options")) {
			access.require(List.of(Access.UPDATE_OPTIONS));
			requireCompatible(connection, body.get("options"));
		}
		Reply reply = Reply.ok(this.tenant.update(connection, body).toJson(access));
		this.events.add("connection.updated", connection);
		return reply;
	}

	private static void requireCompatible(Connection connection, JsonNode options) {
		if (connection.scim() != null && options.path("use_common_endpoint").asBoolean()) {
			throw Auth0Exception
				.badRequest("The Azure AD common endpoint cannot be enabled for this connection when SCIM is enabled.");
		}
		if (connection.provisioning() != null && !options.path("api_enable_users").asBoolean()) {
			throw Auth0Exception.badRequest("The Google Workspace Users API (options.api_enable_users) cannot be "
					+ "disabled for this connection when inbound directory provisioning is enabled.");
		}
	}

	private Reply delete(Call call) {
		this.tenant.all()
			.stream()
			.filter((connection) -> connection.id().equals(call.id()) && !connection.isBeingDeleted())
			.forEach((connection) -> this.events.add("connection.deleted", connection));
		return Reply.empty(this.tenant.delete(call.id()) ? 202 : 204);
	}

	private Reply status(Call call) {
		if (!this.tenant.get(call.id()).isOnline()) {
			throw Auth0Exception.notFound("not connected to any node");
		}
		return Reply.empty(200);
	}

	private Reply deleteUser(Call call) {
		Connection connection = this.tenant.get(call.id());
		String email = call.query().first("email");
		if (email == null || email.isEmpty()) {
			throw call.query().invalid("email", "an e-mail address");
		}
		if (!connection.strategy().equals("auth0")) {
			throw Auth0Exception.badRequest("Connection must be a database connection");
		}
		return Reply.empty(204);
	}

	/**
	 * The fields that a response has.
	 *
	 * @param names the requested or excluded fields, {@code null} for all
	 * @param included whether they shall be there, or all others
	 */
	record Fields(@Nullable List<String> names, boolean included) {

		/**
		 * Not asked for, and there all the same where one connection is read, as
		 * recorded.
		 */
		private static final List<String> ALWAYS = List.of("id", "is_domain_connection", "authentication",
				"connected_accounts");

		static Fields of(Query query) {
			String names = query.first("fields");
			boolean included = !Boolean.FALSE.equals(query.flag("include_fields"));
			return new Fields((names != null && !names.isEmpty()) ? List.of(names.split(",")) : null, included);
		}

		ObjectNode of(ObjectNode json) {
			if (this.names == null) {
				return json;
			}
			return this.included ? json.retain(this.names) : json.remove(this.names);
		}

		ObjectNode ofOne(ObjectNode json) {
			return (this.names != null && this.included)
					? json.retain(Stream.concat(ALWAYS.stream(), this.names.stream()).toList()) : of(json);
		}

	}

}
