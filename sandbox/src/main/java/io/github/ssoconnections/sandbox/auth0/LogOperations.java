// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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
 * Log events. A search understands fields with values, {@code OR} in parentheses and
 * {@code AND} between them; anything else is rejected.
 */
final class LogOperations {

	private static final int MAX_PAGE = 100;

	private static final int DEFAULT_PAGE = 50;

	private final Tenant tenant;

	private final InstantSource clock;

	/** The oldest first. */
	private final List<ObjectNode> events = new ArrayList<>();

	LogOperations(Tenant tenant, InstantSource clock) {
		this.tenant = tenant;
		this.clock = clock;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", "/api/v2/logs", Guarded.by("read:logs", this::list));
	}

	void clear() {
		this.events.clear();
	}

	void add(String connectionId, String type, String description, String userName) {
		Connection connection = this.tenant.get(connectionId);
		ObjectNode event = JsonNodeFactory.instance.objectNode();
		event.put("date", this.clock.instant().toString()).put("type", type).put("description", description);
		event.put("connection", connection.name()).put("connection_id", connectionId);
		event.put("strategy", connection.strategy()).put("strategy_type", "enterprise").put("user_name", userName);
		this.events.add(event.put("log_id", "%020d".formatted(this.events.size())));
	}

	private Reply list(Call call) {
		Query query = call.query();
		String from = query.first("from");
		if (from != null) {
			return Reply.ok(array(this.events.stream()
				.filter((event) -> event.get("log_id").textValue().compareTo(from) > 0)
				.limit(query.number("take", 1, MAX_PAGE, DEFAULT_PAGE))
				.toList()));
		}
		List<ObjectNode> found = new ArrayList<>(
				this.events.stream().filter((event) -> matches(query, query.first("q"), event)).toList());
		if (!"date:1".equals(query.first("sort"))) {
			Collections.reverse(found);
		}
		int limit = query.number("per_page", 0, MAX_PAGE, DEFAULT_PAGE);
		long start = (long) query.number("page", 0, Integer.MAX_VALUE, 0) * limit;
		ArrayNode page = array(found.stream().skip(start).limit(limit).map((event) -> selected(query, event)).toList());
		if (!Boolean.TRUE.equals(query.flag("include_totals"))) {
			return Reply.ok(page);
		}
		ObjectNode totals = JsonNodeFactory.instance.objectNode();
		totals.put("start", start).put("limit", limit).put("length", page.size()).put("total", found.size());
		return Reply.ok(totals.set("logs", page));
	}

	private static ArrayNode array(List<ObjectNode> events) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		events.forEach((event) -> array.add(event.deepCopy()));
		return array;
	}

	private static ObjectNode selected(Query query, ObjectNode event) {
		String fields = query.first("fields");
		if (fields == null || fields.isEmpty()) {
			return event;
		}
		List<String> names = Arrays.asList(fields.split(","));
		ObjectNode copy = event.deepCopy();
		return Boolean.FALSE.equals(query.flag("include_fields")) ? copy.remove(names) : copy.retain(names);
	}

	private static boolean matches(Query query, @Nullable String search, JsonNode event) {
		if (search == null || search.isBlank()) {
			return true;
		}
		return Arrays.stream(search.split(" AND "))
			.map((group) -> group.replaceAll("^\\(|\\)$", ""))
			.allMatch((group) -> Arrays.stream(group.split(" OR ")).anyMatch((term) -> hasTerm(query, term, event)));
	}

	private static boolean hasTerm(Query query, String term, JsonNode event) {
		if (!term.matches("\\w+:(\"[^\"]*\"|[^\\s\"()]+)")) {
			throw query.invalid("q", "field:value, with AND, OR and parentheses");
		}
		String[] parts = term.split(":", 2);
		return event.path(parts[0]).asText().equals(parts[1].replace("\"", ""));
	}

}
