// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The operations below {@code /v1/saml_connections}, which the vendor will remove.
 */
final class SamlOperations {

	private static final String COLLECTION = "/v1/saml_connections";

	private static final String ITEM = COLLECTION + "/{id}";

	private static final int MAX_ORGANIZATIONS = 100;

	private static final Map<String, Comparator<Connection>> ORDERS = Map.of("created_at",
			Comparator.comparing(Connection::createdAt), "updated_at", Comparator.comparing(Connection::updatedAt),
			"name", Comparator.comparing(Connection::samlName, String.CASE_INSENSITIVE_ORDER));

	// The document names them, though no connection has them
	private static final Set<String> ORDERS_OF_USERS = Set.of("phone_number", "email_address", "first_name",
			"last_name", "username");

	private final Connections connections;

	private boolean removed;

	SamlOperations(Connections connections) {
		this.connections = connections;
	}

	void removed(boolean removed) {
		this.removed = removed;
	}

	void addTo(Operations<Function<Call, Reply>> operations) {
		operations.add("GET", COLLECTION, unlessRemoved(this::list))
			.add("POST", COLLECTION, unlessRemoved(this::create))
			.add("GET", ITEM, unlessRemoved(this::get))
			.add("PATCH", ITEM, unlessRemoved(this::update))
			.add("DELETE", ITEM, unlessRemoved(this::delete));
	}

	private Function<Call, Reply> unlessRemoved(Function<Call, Reply> handler) {
		return (call) -> {
			if (this.removed) {
				throw new ClerkException(410, "operation_deprecated", "Use the enterprise connections API instead.");
			}
			return handler.apply(call);
		};
	}

	private Reply list(Call call) {
		List<String> organizations = call.query().all("organization_id");
		if (organizations.size() > MAX_ORGANIZATIONS) {
			throw call.query().invalid("organization_id", "given at most " + MAX_ORGANIZATIONS + " times");
		}
		Set<String> included = organizations.stream()
			.filter((id) -> !id.startsWith("-"))
			.map(SamlOperations::bare)
			.collect(Collectors.toSet());
		Set<String> excluded = organizations.stream()
			.filter((id) -> id.startsWith("-"))
			.map(SamlOperations::bare)
			.collect(Collectors.toSet());
		String text = call.query().first("query");
		String part = (text != null) ? text.toLowerCase(Locale.ROOT) : "";
		List<Connection> matches = ordered(call.query()).stream()
			.filter(Connection::isSaml)
			.filter((connection) -> connection.samlName().toLowerCase(Locale.ROOT).contains(part))
			.filter((connection) -> included.isEmpty() || included.contains(connection.organizationId()))
			.filter((connection) -> !excluded.contains(connection.organizationId()))
			.toList();
		return Replies.page(call.query(), matches, SamlView::of);
	}

	private List<Connection> ordered(Query query) {
		String orderBy = query.first("order_by");
		List<Connection> connections = this.connections.newestFirst();
		if (orderBy == null || ORDERS_OF_USERS.contains(bare(orderBy))) {
			return connections;
		}
		Comparator<Connection> order = ORDERS.get(bare(orderBy));
		if (order == null) {
			throw query.invalid("order_by", "one of created_at, updated_at, name, phone_number, email_address, "
					+ "first_name, last_name and username, after + or -");
		}
		// Oldest first, so that connections of the same millisecond keep their order
		Collections.reverse(connections);
		connections.sort(order);
		if (orderBy.startsWith("-")) {
			Collections.reverse(connections);
		}
		return connections;
	}

	/**
	 * Take the sign off: a {@code +} that was not encoded arrives as a space.
	 * @param value the value of a query parameter
	 * @return the value without its sign
	 */
	private static String bare(String value) {
		return value.replaceFirst("^[-+ ]", "");
	}

	private Reply create(Call call) {
		ObjectNode body = call.body(RequestShapes.CREATE_SAML_CONNECTION);
		Write write = Write.samlCreate(body);
		if (write.settings().path("domains").isEmpty()) {
			throw ClerkException.unprocessable(ClerkError.missing("domains"));
		}
		return Reply.ok(SamlView.of(this.connections.create(write)));
	}

	private Reply get(Call call) {
		return Reply.ok(SamlView.of(this.connections.getBySamlId(call.id())));
	}

	private Reply update(Call call) {
		Connection current = this.connections.getBySamlId(call.id());
		Write write = Write.samlUpdate(call.body(RequestShapes.UPDATE_SAML_CONNECTION));
		return Reply.ok(SamlView.of(this.connections.update(current, write)));
	}

	private Reply delete(Call call) {
		Connection connection = this.connections.getBySamlId(call.id());
		this.connections.delete(connection);
		return Replies.deleted("saml_connection", connection.protocolId());
	}

}
