// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Directory provisioning: how Auth0 pulls users and groups from Google Workspace.
 */
final class ProvisioningOperations {

	private static final String CONFIGURATION = "/api/v2/connections/{id}/directory-provisioning";

	private static final String GROUPS = CONFIGURATION + "/synchronized-groups";

	private static final Duration PAUSE = Duration.ofMinutes(30);

	private static final Checkpoints<ObjectNode> GROUP_PAGES = new Checkpoints<>("groups", 100,
			(group) -> group.get("id").textValue(), ObjectNode::deepCopy);

	private static final Checkpoints<Connection> PAGES = new Checkpoints<>("directory_provisionings", 100,
			Connection::position, (connection) -> view(connection));

	private final Tenant tenant;

	private final InstantSource clock;

	ProvisioningOperations(Tenant tenant, InstantSource clock) {
		this.tenant = tenant;
		this.clock = clock;
	}

	void addTo(Operations<Guarded> operations) {
		String read = "read:directory_provisionings";
		String create = "create:directory_provisionings";
		String update = "update:directory_provisionings";
		operations.add("GET", "/api/v2/connections-directory-provisionings", Guarded.by(read, this::list))
			.add("GET", CONFIGURATION, Guarded.by(read, this::get))
			.add("POST", CONFIGURATION, Guarded.by(create, this::create))
			.add("PATCH", CONFIGURATION, Guarded.by(update, this::update))
			.add("DELETE", CONFIGURATION, Guarded.by("delete:directory_provisionings", this::delete))
			.add("GET", CONFIGURATION + "/default-mapping", Guarded.by(read, this::defaultMapping))
			.add("POST", CONFIGURATION + "/synchronizations", Guarded.by(create, this::synchronize))
			.add("GET", GROUPS, Guarded.by(read, this::listGroups))
			.add("POST", GROUPS, Guarded.by(update, this::addGroups))
			.add("DELETE", GROUPS, Guarded.by(update, this::removeGroups))
			.add("PUT", GROUPS, Guarded.by(update, this::replaceGroups));
	}

	private static ObjectNode view(Connection connection) {
		return Objects.requireNonNull(connection.provisioning()).deepCopy();
	}

	private Reply list(Call call) {
		List<Connection> provisioned = this.tenant.listed()
			.stream()
			.filter((connection) -> connection.provisioning() != null)
			.toList();
		return Reply.ok(PAGES.page(call.query(), provisioned));
	}

	private Connection supported(Call call) {
		Connection connection = this.tenant.get(call.id());
		if (!connection.strategy().equals("google-apps")) {
			throw Auth0Exception.badRequest("The connection strategy does not support inbound directory provisioning");
		}
		return connection;
	}

	private Connection provisioned(Call call) {
		Connection connection = supported(call);
		if (connection.provisioning() == null) {
			throw Auth0Exception.notFound("Directory provisioning configuration not found");
		}
		return connection;
	}

	private Reply get(Call call) {
		return Reply.ok(view(provisioned(call)));
	}

	private Reply create(Call call) {
		Connection connection = supported(call);
		ObjectNode body = call.optionalBody(RequestShapes.DIRECTORY_PROVISIONING);
		if (connection.provisioning() != null) {
			throw Auth0Exception.conflict("Directory provisioning is already enabled on the specified connection");
		}
		requireOption(connection, "api_enable_users",
				"The Google Workspace Users API is not enabled on the connection. Select the Enable Users API option and go through the setup again.");
		requireGroups(connection, body);
		ObjectNode configuration = connection.reference();
		String created = this.clock.instant().toString();
		configuration.put("synchronize_automatically", false)
			.put("synchronize_groups", "off")
			.put("created_at", created)
			.put("updated_at", created);
		configuration.set("mapping", defaultMapping());
		configuration.setAll(body);
		connection.provisioning(configuration);
		return Reply.created(configuration.deepCopy());
	}

	private Reply update(Call call) {
		Connection connection = provisioned(call);
		ObjectNode body = call.optionalBody(RequestShapes.DIRECTORY_PROVISIONING);
		requireGroups(connection, body);
		ObjectNode configuration = Objects.requireNonNull(connection.provisioning());
		configuration.setAll(body);
		configuration.put("updated_at", this.clock.instant().toString());
		return Reply.ok(view(connection));
	}

	private static void requireGroups(Connection connection, ObjectNode body) {
		if (!body.path("synchronize_groups").asText("off").equals("off")) {
			requireOption(connection, "ext_groups",
					"The Groups extended attribute is not enabled on the connection. Select the Groups extended attribute option and go through the setup again.");
			requireOption(connection, "api_enable_groups",
					"The Google Workspace Groups API is not enabled on the connection. Select the Enable Groups API option and go through the setup again.");
		}
	}

	private static void requireOption(Connection connection, String option, String message) {
		if (!connection.options().path(option).asBoolean()) {
			throw Auth0Exception.badRequest(message);
		}
	}

	private Reply delete(Call call) {
		this.tenant.get(call.id()).provisioning(null);
		return Reply.empty(204);
	}

	private Reply defaultMapping(Call call) {
		supported(call);
		return Reply.ok(JsonNodeFactory.instance.objectNode().set("mapping", defaultMapping()));
	}

	private static ArrayNode defaultMapping() {
		ArrayNode mapping = JsonNodeFactory.instance.arrayNode();
		List.of("id", "email", "name", "given_name", "family_name")
			.forEach((field) -> mapping.addObject().put("auth0", field).put("idp", field));
		return mapping;
	}

	private Reply synchronize(Call call) {
		Connection connection = provisioned(call);
		ObjectNode configuration = Objects.requireNonNull(connection.provisioning());
		if (configuration.path("last_synchronization_status").asText().equals("in_progress")) {
			throw Auth0Exception
				.conflict("A synchronization has already been requested or is in progress for the connection");
		}
		if (configuration.has("last_synchronization_at")
				&& Instant.parse(configuration.get("last_synchronization_at").textValue())
					.plus(PAUSE)
					.isAfter(this.clock.instant())) {
			throw Auth0Exception.badRequest("Connection has been synchronized in the last 30 minutes. "
					+ "Please wait before synchronizing it again.");
		}
		configuration.put("last_synchronization_status", "in_progress");
		return Reply.created(JsonNodeFactory.instance.objectNode()
			.put("connection_id", connection.id())
			.put("synchronization_id", Ids.next("sync_", 16))
			.put("status", "pending"));
	}

	/**
	 * End the synchronizations that go on.
	 */
	void completeSynchronizations() {
		for (Connection connection : this.tenant.all()) {
			ObjectNode configuration = connection.provisioning();
			if (configuration != null
					&& configuration.path("last_synchronization_status").asText().equals("in_progress")) {
				configuration.put("last_synchronization_status", "success")
					.put("last_synchronization_at", this.clock.instant().toString());
			}
		}
	}

	private Reply listGroups(Call call) {
		return Reply.ok(GROUP_PAGES.page(call.query(), List.copyOf(withGroups(call).groups().values())));
	}

	private Reply replaceGroups(Call call) {
		Connection connection = withGroups(call);
		ObjectNode body = call.body(RequestShapes.SYNCHRONIZED_GROUPS);
		connection.groups().clear();
		body.get("groups").forEach((group) -> add(connection, (ObjectNode) group));
		return Reply.empty(204);
	}

	private static void add(Connection connection, ObjectNode group) {
		connection.groups().put(group.get("id").textValue(), group);
	}

	private Reply addGroups(Call call) {
		Connection connection = withGroups(call);
		call.body(RequestShapes.ADDED_GROUPS).get("groups").forEach((group) -> add(connection, (ObjectNode) group));
		return Reply.empty(204);
	}

	private Reply removeGroups(Call call) {
		Connection connection = withGroups(call);
		call.body(RequestShapes.REMOVED_GROUPS)
			.get("groups")
			.forEach((group) -> connection.groups().remove(group.get("id").textValue()));
		return Reply.empty(204);
	}

	private Connection withGroups(Call call) {
		Connection connection = provisioned(call);
		requireOption(connection, "api_enable_groups",
				"The Google Workspace Groups API is not enabled on the connection. Select the Enable Groups API option and go through the setup again.");
		return connection;
	}

}
