// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The event stream. Each response has the events after the offset and a last offset, and
 * ends, as Auth0 ends it every few minutes.
 */
final class EventOperations {

	private static final Set<String> CONNECTION_TYPES = Set.of("connection.created", "connection.updated",
			"connection.deleted");

	private static final Set<String> TYPES = Set.of("group.created", "group.deleted", "group.member.added",
			"group.member.deleted", "group.role.assigned", "group.role.deleted", "group.updated",
			"organization.connection.added", "organization.connection.removed", "organization.connection.updated",
			"organization.created", "organization.deleted", "organization.group.role.assigned",
			"organization.group.role.deleted", "organization.member.added", "organization.member.deleted",
			"organization.member.role.assigned", "organization.member.role.deleted", "organization.updated",
			"user.created", "user.deleted", "user.updated");

	private static final String OFFSET = "sandbox-";

	private final InstantSource clock;

	private final String stream = Ids.next("est_", 16);

	private final List<Event> events = new ArrayList<>();

	/** Number of events that are no longer there. */
	private int expired;

	private boolean connectionTypes = true;

	private boolean tooManyStreams;

	EventOperations(InstantSource clock) {
		this.clock = clock;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", "/api/v2/events", Guarded.by("read:events", this::subscribe));
	}

	// Offsets that were handed out stay valid or expire, and are never used again
	void clear() {
		expire();
		this.connectionTypes = true;
		this.tooManyStreams = false;
	}

	void expire() {
		this.expired += this.events.size() + 1;
		this.events.clear();
	}

	void connectionTypes(boolean available) {
		this.connectionTypes = available;
	}

	void tooManyStreams(boolean tooMany) {
		this.tooManyStreams = tooMany;
	}

	void add(String type, ObjectNode object) {
		Instant time = this.clock.instant();
		ObjectNode event = JsonNodeFactory.instance.objectNode();
		event.put("specversion", "1.0").put("type", type);
		event.put("source", "urn:auth0:" + TokenEndpoint.TENANT + ".auth0.example");
		event.put("id", Ids.next("evt_", 16)).put("time", time.toString());
		event.putObject("data").set("object", object);
		event.put("a0tenant", TokenEndpoint.TENANT).put("a0stream", this.stream);
		this.events.add(new Event(type, time, event));
	}

	void add(String type, Connection connection) {
		if (CONNECTION_TYPES.contains(type) && !this.connectionTypes) {
			return;
		}
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		object.put("id", connection.id()).put("name", connection.name()).put("strategy", connection.strategy());
		add(type, object);
	}

	void add(String type, ObjectNode organization, ObjectNode connection) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		object.putObject("organization").setAll(organization.deepCopy().retain("id", "name"));
		object.putObject("connection").set("id", connection.get("connection_id"));
		if (!type.endsWith("removed")) {
			object.setAll(
					connection.deepCopy().retain("assign_membership_on_login", "show_as_button", "is_signup_enabled"));
		}
		add(type, object);
	}

	private Reply subscribe(Call call) {
		Query query = call.query();
		List<String> types = query.all("event_type");
		types.stream()
			.filter((type) -> !TYPES.contains(type) && !(this.connectionTypes && CONNECTION_TYPES.contains(type)))
			.findFirst()
			.ifPresent((type) -> {
				throw query.invalid("event_type", "a known event type");
			});
		int position = position(call);
		if (this.tooManyStreams) {
			throw new Auth0Exception(403,
					"Maximum concurrent event stream connections reached. Please close existing connections.", null);
		}
		StringBuilder text = new StringBuilder(":connected\n\nretry: 1000\n\n");
		for (int i = position; i < end(); i++) {
			Event event = this.events.get(i - this.expired);
			if (types.isEmpty() || types.contains(event.type())) {
				ObjectNode data = JsonNodeFactory.instance.objectNode().put("offset", offset(i + 1));
				text.append(message(event.type(), offset(i + 1), data.set("event", event.json())));
			}
		}
		text.append(message("offset-only", offset(end()),
				JsonNodeFactory.instance.objectNode().put("offset", offset(end()))));
		return Reply.text(200, "text/event-stream", text.toString());
	}

	private int end() {
		return this.expired + this.events.size();
	}

	private int position(Call call) {
		String from = call.query().first("from");
		String timestamp = call.query().first("from_timestamp");
		String lastEventId = call.request().getHeader("Last-Event-ID");
		if (Stream.of(from, timestamp, lastEventId).filter((value) -> value != null).count() > 1) {
			throw new Auth0Exception(400, "from, from_timestamp and Last-Event-ID exclude each other.", null);
		}
		if (timestamp != null) {
			return at(call.query(), timestamp);
		}
		String offset = (from != null) ? from : lastEventId;
		int position = (offset != null) ? position(offset) : end();
		if (position < this.expired) {
			throw new Auth0Exception(410, "Cursor points to data no longer available in the stream.", "cursor_expired");
		}
		return position;
	}

	private int at(Query query, String timestamp) {
		try {
			Instant time = Instant.parse(timestamp);
			return this.expired + (int) this.events.stream().filter((event) -> event.time().isBefore(time)).count();
		}
		catch (DateTimeParseException ex) {
			throw query.invalid("from_timestamp", "a time");
		}
	}

	private static String offset(int position) {
		return Base64.getEncoder().encodeToString((OFFSET + position).getBytes(StandardCharsets.UTF_8));
	}

	private int position(String offset) {
		try {
			String text = new String(Base64.getDecoder().decode(offset), StandardCharsets.UTF_8);
			if (text.startsWith(OFFSET)) {
				int position = Integer.parseInt(text.substring(OFFSET.length()));
				if (position >= 0 && position <= end()) {
					return position;
				}
			}
		}
		catch (IllegalArgumentException ex) {
			// Rejected below
		}
		throw new Auth0Exception(400, "Invalid cursor format.", "invalid_cursor");
	}

	private static String message(String type, String offset, Object data) {
		return Stream.of("event: " + type, "id: " + offset, "data: " + data, "", "").collect(Collectors.joining("\n"));
	}

	private record Event(String type, Instant time, ObjectNode json) {
	}

}
