// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Rejections.Problem;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.rest.Violation;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The clients (applications) that a connection is enabled for.
 */
final class ClientOperations {

	private static final String CLIENTS = "/api/v2/connections/{id}/clients";

	private static final int MAX_CHANGES = 50;

	private static final Checkpoints<String> PAGES = new Checkpoints<>("clients", 1000, Function.identity(),
			(client) -> JsonNodeFactory.instance.objectNode().put("client_id", client));

	private final Tenant tenant;

	private @Nullable Set<String> existing;

	ClientOperations(Tenant tenant) {
		this.tenant = tenant;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", CLIENTS, Guarded.by("read:connections", this::list))
			.add("PATCH", CLIENTS, Guarded.by("update:connections", this::change));
	}

	/**
	 * Say which clients the tenant has.
	 * @param clients their ids, or {@code null} for whatever a request names
	 */
	void existing(@Nullable Set<String> clients) {
		this.existing = clients;
	}

	boolean exists(String client) {
		return this.existing == null || this.existing.contains(client);
	}

	private Reply list(Call call) {
		Connection connection = this.tenant.get(call.id());
		return Reply.ok(PAGES.page(call.query(), List.copyOf(connection.clients())));
	}

	/**
	 * Change clients one after the other. What comes before one that does not exist stays
	 * changed.
	 * @param call the request
	 * @return the response
	 */
	private Reply change(Call call) {
		Connection connection = this.tenant.get(call.id());
		for (JsonNode change : changes(call)) {
			String client = change.get("client_id").textValue();
			require(client);
			if (change.get("status").booleanValue()) {
				connection.clients().add(client);
			}
			else {
				connection.clients().remove(client);
			}
		}
		return Reply.empty(204);
	}

	void require(String client) {
		if (!exists(client)) {
			throw Auth0Exception.notFound("The client does not exist");
		}
	}

	private static JsonNode changes(Call call) {
		JsonNode changes = call.json();
		if (!changes.isArray() || changes.isEmpty() || changes.size() > MAX_CHANGES) {
			throw Auth0Exception.badRequest("Payload validation error: 'Expected 1 to " + MAX_CHANGES + " items'.");
		}
		for (JsonNode change : changes) {
			if (!change.isObject()) {
				throw call.rejections().reject(Problem.MALFORMED_BODY);
			}
			List<Violation> violations = RequestShapes.ENABLED_CLIENT.check(change);
			if (!violations.isEmpty()) {
				throw call.rejections().reject(Problem.INVALID_BODY, violations);
			}
		}
		return changes;
	}

}
