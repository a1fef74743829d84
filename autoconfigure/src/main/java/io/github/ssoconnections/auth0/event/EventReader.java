// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the messages of one response. Of an event, it takes ids, time and position only.
 *
 * @see <a href=
 * "https://auth0.com/docs/customize/events/consume-events-with-events-api">Consume Events
 * with the Events API</a>
 */
final class EventReader {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_|-]{1,128}");

	private static final Pattern CODE = Pattern.compile("[a-z_]{1,64}");

	private final ServerSentEvents parser = new ServerSentEvents();

	private final LongSupplier clock;

	private boolean opened;

	/**
	 * Create a reader.
	 * @param clock the clock for the time of arrival, in milliseconds
	 */
	EventReader(LongSupplier clock) {
		this.clock = clock;
	}

	/**
	 * Read the next bytes.
	 * @param bytes the bytes, those of the beginning at the first call
	 * @return the messages that end with them
	 */
	List<EventMessage> read(byte[] bytes) {
		if (!this.opened) {
			this.opened = true;
			return List.of(new EventMessage.Opened());
		}
		List<ServerSentEvent> events = this.parser.parse(bytes);
		List<EventMessage> messages = new ArrayList<>(events.size());
		events.forEach((event) -> messages.add(read(event)));
		return messages;
	}

	/**
	 * Return the delay before a reconnect that the vendor asks for.
	 * @return the delay, or {@code null}
	 */
	@Nullable Duration retry() {
		return this.parser.retry();
	}

	private EventMessage read(ServerSentEvent event) {
		JsonNode data = parse(event.data());
		String offset = offset(data, event.id());
		if (event.type().equals("error")) {
			JsonNode error = data.path("error");
			String code = text(error, "code", CODE);
			return new EventMessage.Error((code != null) ? code : "unknown", offset(error, null));
		}
		ConnectionEventType type = ConnectionEventType.of(event.type());
		if (type == null || data.path("event").has("a0purpose")) {
			return new EventMessage.OffsetOnly(offset);
		}
		ConnectionEvent read = read(type, data.path("event"), offset);
		return (read != null) ? new EventMessage.OfConnection(read)
				: new EventMessage.Unreadable(offset, this.clock.getAsLong());
	}

	private static @Nullable ConnectionEvent read(ConnectionEventType type, JsonNode event, @Nullable String offset) {
		JsonNode object = event.path("data").path("object");
		String id = text(event, "id", ID);
		String connectionId = text(type.isOfOrganization() ? object.path("connection") : object, "id", ID);
		String organizationId = type.isOfOrganization() ? text(object.path("organization"), "id", ID) : null;
		if (id == null || connectionId == null || offset == null
				|| (type.isOfOrganization() && organizationId == null)) {
			return null;
		}
		return new ConnectionEvent(type, id, connectionId, organizationId, time(event.path("time")), offset);
	}

	private static JsonNode parse(@Nullable String data) {
		try {
			return (data != null) ? WireJson.mapper().readTree(data) : WireJson.mapper().missingNode();
		}
		catch (JacksonException ex) {
			return WireJson.mapper().missingNode();
		}
	}

	private static @Nullable String offset(JsonNode data, @Nullable String id) {
		JsonNode value = data.path("offset");
		String offset = value.isString() ? value.stringValue() : id;
		return (offset != null && !offset.isEmpty() && offset.length() <= EventOffsetStore.MAX_OFFSET_LENGTH) ? offset
				: null;
	}

	private static @Nullable String text(JsonNode node, String field, Pattern pattern) {
		JsonNode text = node.path(field);
		return (text.isString() && pattern.matcher(text.stringValue()).matches()) ? text.stringValue() : null;
	}

	private static @Nullable Instant time(JsonNode time) {
		try {
			return time.isString() ? OffsetDateTime.parse(time.stringValue()).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
