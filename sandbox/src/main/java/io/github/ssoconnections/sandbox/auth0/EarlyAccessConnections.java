// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The connections of organizations by the endpoint in early access, which lists disabled
 * ones too. Assumed: a connection is enabled unless the request says otherwise.
 */
final class EarlyAccessConnections {

	private static final String CONNECTIONS = "/api/v2/organizations/{id}/connections";

	private static final String CONNECTION = CONNECTIONS + "/{connectionId}";

	private static final String IS_ENABLED = "is_enabled";

	private static final List<String> FIELDS = List.of(IS_ENABLED, "organization_connection_name",
			"organization_access_level");

	private final OrganizationOperations organizations;

	EarlyAccessConnections(OrganizationOperations organizations) {
		this.organizations = organizations;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", CONNECTIONS, Guarded.by("read:organization_connections", this::list))
			.add("POST", CONNECTIONS, Guarded.by("create:organization_connections", this::create))
			.add("GET", CONNECTION, Guarded.by("read:organization_connections", this::get))
			.add("PATCH", CONNECTION, Guarded.by("update:organization_connections", this::update))
			.add("DELETE", CONNECTION, Guarded.by("delete:organization_connections", this::delete));
	}

	static boolean isEnabled(ObjectNode connection) {
		return connection.path(IS_ENABLED).asBoolean(true);
	}

	static ObjectNode withoutEarlyAccess(ObjectNode connection) {
		return connection.deepCopy().remove(FIELDS);
	}

	private static ObjectNode whole(ObjectNode connection) {
		return connection.deepCopy().put(IS_ENABLED, isEnabled(connection));
	}

	private Reply list(Call call) {
		Boolean enabled = call.query().flag(IS_ENABLED);
		List<JsonNode> connections = this.organizations.all(this.organizations.organization(call))
			.filter((connection) -> enabled == null || enabled == isEnabled(connection))
			.<JsonNode>map(EarlyAccessConnections::whole)
			.toList();
		return Reply.ok(OffsetPages.page(call.query(), "connections", connections));
	}

	private Reply create(Call call) {
		ObjectNode body = call.body(OrganizationShapes.ADD_EARLY_ACCESS);
		return Reply.created(whole(this.organizations.enable(this.organizations.organization(call), body)));
	}

	private ObjectNode connection(Call call) {
		String id = Objects.requireNonNull(call.variables().get("connectionId"));
		return this.organizations.all(this.organizations.organization(call))
			.filter((connection) -> connection.get("connection_id").textValue().equals(id))
			.findFirst()
			.orElseThrow(() -> Auth0Exception.notFound("The organization does not have the connection."));
	}

	private Reply get(Call call) {
		return Reply.ok(whole(connection(call)));
	}

	private Reply update(Call call) {
		ObjectNode connection = connection(call);
		ObjectNode body = call.body(OrganizationShapes.UPDATE_EARLY_ACCESS);
		this.organizations.requireSignupOfDatabase(connection, body);
		body.properties().forEach((field) -> {
			if (field.getValue().isNull()) {
				connection.remove(field.getKey());
			}
			else {
				connection.set(field.getKey(), field.getValue());
			}
		});
		this.organizations.updated(this.organizations.organization(call), connection);
		return Reply.ok(whole(connection));
	}

	private Reply delete(Call call) {
		return this.organizations.remove(this.organizations.organization(call), connection(call));
	}

}
