// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.github.ssoconnections.sandbox.auth0.ConnectionOperations.Fields;
import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The clients (applications) of the tenant, which are read only here. What is not
 * recorded is an assumption: a client that was never set up for organizations is returned
 * without {@code organization_usage}, which means {@code deny}.
 */
final class TenantClientOperations {

	private static final String COLLECTION = "/api/v2/clients";

	private static final String SCOPE = "read:clients";

	private static final int MAX_PAGE = 100;

	private static final String USAGE = "organization_usage";

	private static final String METHODS = "organization_discovery_methods";

	private static final String BEHAVIOR = "organization_require_behavior";

	private static final String PROMPT = "pre_login_prompt";

	private final Consumer<String> requireClient;

	private final Map<String, ObjectNode> clients = new TreeMap<>();

	/**
	 * Create the operations.
	 * @param requireClient rejects an id that no client has
	 */
	TenantClientOperations(Consumer<String> requireClient) {
		this.requireClient = requireClient;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", COLLECTION, Guarded.by(SCOPE, this::list))
			.add("GET", COLLECTION + "/{id}", Guarded.by(SCOPE, this::get));
	}

	void clear() {
		this.clients.clear();
	}

	/**
	 * Add a client.
	 * @param id the client id
	 */
	void add(String id) {
		client(id);
	}

	/**
	 * Set how a client uses organizations.
	 * @param id the client id
	 * @param usage deny, allow or require
	 */
	void organizationUsage(String id, String usage) {
		client(id).put(USAGE, usage).remove(List.of(BEHAVIOR, METHODS));
	}

	/**
	 * Let a client require an organization and prompt for it.
	 * @param id the client id
	 * @param methods how users find their organization
	 */
	void organizationPrompt(String id, List<String> methods) {
		ObjectNode client = client(id).put(USAGE, "require").put(BEHAVIOR, PROMPT);
		client.remove(METHODS);
		if (!methods.isEmpty()) {
			methods.forEach(client.putArray(METHODS)::add);
		}
	}

	/**
	 * Return whether users sign in to organizations with a client.
	 * @param id the client id
	 * @return whether the usage is not deny
	 */
	boolean allowsOrganizations(String id) {
		return !client(id).path(USAGE).asText("deny").equals("deny");
	}

	/**
	 * Return whether a client prompts for the organization.
	 * @param id the client id
	 * @return whether it does
	 */
	boolean promptsForOrganization(String id) {
		ObjectNode client = client(id);
		return client.path(USAGE).asText().equals("require") && client.path(BEHAVIOR).asText().equals(PROMPT);
	}

	/**
	 * Return whether the prompt for the organization takes an e-mail address.
	 * @param id the client id
	 * @return whether it does
	 */
	boolean promptsForEmail(String id) {
		for (JsonNode method : client(id).path(METHODS)) {
			if (method.asText().equals("email")) {
				return true;
			}
		}
		return false;
	}

	private ObjectNode client(String id) {
		return this.clients.computeIfAbsent(id, (any) -> {
			ObjectNode client = JsonNodeFactory.instance.objectNode()
				.put("client_id", id)
				.put("name", id)
				.put("app_type", "regular_web")
				.put("is_first_party", true);
			client.putArray("callbacks").add("https://" + id.toLowerCase(Locale.ROOT) + ".example.com/callback");
			return client;
		});
	}

	private Reply list(Call call) {
		Query query = call.query();
		Fields fields = Fields.of(query);
		if (query.has("take") || query.has("from")) {
			return Reply
				.ok(new Checkpoints<ObjectNode>("clients", MAX_PAGE, (client) -> client.get("client_id").asText(),
						(client) -> fields.of(client.deepCopy()))
					.page(query, List.copyOf(this.clients.values())));
		}
		return Reply.ok(OffsetPages.page(query, "clients",
				this.clients.values().stream().<JsonNode>map((client) -> fields.of(client.deepCopy())).toList()));
	}

	private Reply get(Call call) {
		this.requireClient.accept(call.id());
		return Reply.ok(Fields.of(call.query()).of(client(call.id()).deepCopy()));
	}

}
