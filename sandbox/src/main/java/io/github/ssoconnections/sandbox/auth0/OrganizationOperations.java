// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Organizations, and the connections that are enabled for them. What is not recorded is
 * an assumption: a connection that is enabled already is rejected with 409.
 */
final class OrganizationOperations {

	private static final String COLLECTION = "/api/v2/organizations";

	private static final String ITEM = COLLECTION + "/{id}";

	private static final String CONNECTIONS = ITEM + "/enabled_connections";

	private static final String CONNECTION = CONNECTIONS + "/{connectionId}";

	private static final int MAX_PAGE = 100;

	private static final String SIGNUP = "is_signup_enabled";

	private final Tenant tenant;

	private final EventOperations events;

	private final Map<String, Organization> organizations = new LinkedHashMap<>();

	OrganizationOperations(Tenant tenant, EventOperations events) {
		this.tenant = tenant;
		this.events = events;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", COLLECTION, Guarded.by("read:organizations", this::list))
			.add("POST", COLLECTION, Guarded.withAccess("create:organizations", this::create))
			.add("GET", COLLECTION + "/name/{name}", Guarded.by("read:organizations", this::getByName))
			.add("GET", ITEM, Guarded.by("read:organizations", this::get))
			.add("GET", CONNECTIONS, Guarded.by("read:organization_connections", this::listConnections))
			.add("POST", CONNECTIONS, Guarded.by("create:organization_connections", this::addConnection))
			.add("GET", CONNECTION, Guarded.by("read:organization_connections", this::getConnection))
			.add("PATCH", CONNECTION, Guarded.by("update:organization_connections", this::updateConnection))
			.add("DELETE", CONNECTION, Guarded.by("delete:organization_connections", this::removeConnection));
		new EarlyAccessConnections(this).addTo(operations);
	}

	boolean exists(String id) {
		return this.organizations.containsKey(id);
	}

	void clear() {
		this.organizations.clear();
	}

	private Reply list(Call call) {
		Query query = call.query();
		List<Organization> all = List.copyOf(this.organizations.values());
		if (query.has("take") || query.has("from")) {
			return Reply.ok(new Checkpoints<Organization>("organizations", MAX_PAGE, Organization::position,
					(organization) -> organization.json().deepCopy())
				.page(query, all));
		}
		return Reply
			.ok(OffsetPages.page(query, "organizations", all.stream().<JsonNode>map(Organization::json).toList()));
	}

	private Reply create(Call call, Access access) {
		ObjectNode body = call.body(OrganizationShapes.CREATE);
		JsonNode enabled = body.remove("enabled_connections");
		if (enabled != null) {
			access.require(List.of("create:organization_connections"));
		}
		String name = body.get("name").textValue();
		if (this.organizations.values().stream().anyMatch((each) -> each.name().equals(name))) {
			throw new Auth0Exception(409, "An organization with this name already exists.", null);
		}
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", Ids.next("org_", 16));
		Organization organization = new Organization("%012d".formatted(this.organizations.size()), json.setAll(body),
				new LinkedHashMap<>());
		if (enabled != null) {
			enabled.forEach((each) -> enable(organization, (ObjectNode) each));
		}
		this.organizations.put(organization.id(), organization);
		ObjectNode created = organization.json().deepCopy();
		if (enabled != null) {
			connections(organization).forEach(created.putArray("enabled_connections")::add);
		}
		return Reply.created(created);
	}

	private Reply getByName(Call call) {
		String name = call.variables().get("name");
		return this.organizations.values()
			.stream()
			.filter((each) -> each.name().equals(name))
			.findFirst()
			.map((each) -> Reply.ok(each.json().deepCopy()))
			.orElseThrow(OrganizationOperations::notFound);
	}

	private Reply get(Call call) {
		return Reply.ok(organization(call).json().deepCopy());
	}

	Organization organization(Call call) {
		return require(call.id());
	}

	Organization require(String id) {
		Organization organization = this.organizations.get(id);
		if (organization == null) {
			throw notFound();
		}
		return organization;
	}

	private static Auth0Exception notFound() {
		return Auth0Exception.notFound("The organization does not exist.");
	}

	private Reply listConnections(Call call) {
		return Reply.ok(OffsetPages.page(call.query(), "enabled_connections", connections(organization(call))));
	}

	private List<JsonNode> connections(Organization organization) {
		return all(organization).filter(EarlyAccessConnections::isEnabled)
			.<JsonNode>map(EarlyAccessConnections::withoutEarlyAccess)
			.toList();
	}

	Stream<ObjectNode> all(Organization organization) {
		List<String> existing = this.tenant.listed().stream().map(Connection::id).toList();
		return organization.connections()
			.entrySet()
			.stream()
			.filter((entry) -> existing.contains(entry.getKey()))
			.map((entry) -> entry.getValue());
	}

	private Reply addConnection(Call call) {
		Organization organization = organization(call);
		ObjectNode body = call.body(OrganizationShapes.ADD_CONNECTION);
		return Reply.created(EarlyAccessConnections.withoutEarlyAccess(enable(organization, body)));
	}

	ObjectNode enable(Organization organization, ObjectNode body) {
		Connection connection = this.tenant.get(body.get("connection_id").textValue());
		requireSignupOfDatabase(connection, body);
		if (organization.connections().containsKey(connection.id())) {
			throw new Auth0Exception(409, "The connection is already enabled for the organization.", null);
		}
		ObjectNode enabled = JsonNodeFactory.instance.objectNode().put("connection_id", connection.id());
		enabled.put("assign_membership_on_login", false).put("show_as_button", true).put(SIGNUP, false);
		enabled.setAll(body);
		enabled.putObject("connection").put("name", connection.name()).put("strategy", connection.strategy());
		organization.connections().put(connection.id(), enabled);
		this.events.add("organization.connection.added", organization.json(), enabled);
		return enabled;
	}

	void requireSignupOfDatabase(ObjectNode enabled, ObjectNode body) {
		requireSignupOfDatabase(this.tenant.get(enabled.get("connection_id").textValue()), body);
	}

	private static void requireSignupOfDatabase(Connection connection, ObjectNode body) {
		if (body.path(SIGNUP).asBoolean() && !connection.strategy().equals("auth0")) {
			throw Auth0Exception.badRequest("is_signup_enabled can only be set for database connections.");
		}
	}

	private ObjectNode enabled(Call call) {
		Map<String, ObjectNode> connections = organization(call).connections();
		String id = Objects.requireNonNull(call.variables().get("connectionId"));
		ObjectNode enabled = connections.get(id);
		if (enabled == null || !EarlyAccessConnections.isEnabled(enabled)
				|| this.tenant.listed().stream().noneMatch((each) -> each.id().equals(id))) {
			throw Auth0Exception.notFound("The connection is not enabled for the organization.");
		}
		return enabled;
	}

	private Reply getConnection(Call call) {
		return Reply.ok(EarlyAccessConnections.withoutEarlyAccess(enabled(call)));
	}

	private Reply updateConnection(Call call) {
		ObjectNode enabled = enabled(call);
		ObjectNode body = call.body(OrganizationShapes.UPDATE_CONNECTION);
		requireSignupOfDatabase(enabled, body);
		enabled.setAll(body);
		updated(organization(call), enabled);
		return Reply.ok(EarlyAccessConnections.withoutEarlyAccess(enabled));
	}

	private Reply removeConnection(Call call) {
		return remove(organization(call), enabled(call));
	}

	Reply remove(Organization organization, ObjectNode connection) {
		organization.connections().remove(connection.get("connection_id").textValue());
		this.events.add("organization.connection.removed", organization.json(), connection);
		return Reply.empty(204);
	}

	void updated(Organization organization, ObjectNode connection) {
		this.events.add("organization.connection.updated", organization.json(), connection);
	}

	/**
	 * The state of one organization.
	 *
	 * @param position orders the organizations
	 * @param json the response
	 * @param connections what is enabled, by the id of the connection
	 */
	record Organization(String position, ObjectNode json, Map<String, ObjectNode> connections) {

		String id() {
			return this.json.get("id").textValue();
		}

		String name() {
			return this.json.get("name").textValue();
		}

	}

}
