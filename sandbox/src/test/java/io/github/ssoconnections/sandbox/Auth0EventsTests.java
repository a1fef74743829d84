// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0EventsTests extends AbstractSandboxTests {

	private static final Map<String, String> SCHEMAS = Map.of("organization.connection.added", "OrgConnectionAdded",
			"organization.connection.removed", "OrgConnectionRemoved", "organization.connection.updated",
			"OrgConnectionUpdated", "offset-only", "OffsetOnlyMessage");

	private static final String CONNECTION_TYPES = "event_type=connection.created&event_type=connection.updated"
			+ "&event_type=connection.deleted";

	@AfterEach
	void resetSwitches() {
		sandbox.auth0().events().connectionEvents(true).tooManyStreams(false);
	}

	private static HttpResponse<String> exchange(String query, String... headers) {
		HttpRequest.Builder request = auth0.request("GET", "events" + query, null);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return auth0.exchange(request);
	}

	/** Data by type, in order; the type is injected as the vendor's SDK does. */
	private static List<ObjectNode> stream(String query) {
		HttpResponse<String> response = exchange(query);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
		assertThat(response.body()).startsWith(":connected\n\nretry: 1000\n\n");
		List<ObjectNode> messages = Arrays.stream(response.body().split("\n\n"))
			.skip(2)
			.map((text) -> text.split("\n"))
			.map((lines) -> {
				ObjectNode data = (ObjectNode) AbstractClient.json(lines[2].replaceFirst("data: ", ""));
				assertThat(lines[1]).isEqualTo("id: " + data.get("offset").textValue());
				return data.put("type", lines[0].replaceFirst("event: ", ""));
			})
			.toList();
		messages.stream()
			.filter((message) -> SCHEMAS.containsKey(message.get("type").textValue()))
			.forEach((message) -> assertThat(Schemas
				.violations("auth0-events.json#/$defs/" + SCHEMAS.get(message.get("type").textValue()), message))
				.isEmpty());
		assertThat(messages.get(messages.size() - 1).get("type").textValue()).isEqualTo("offset-only");
		return messages;
	}

	private static String latest() {
		List<ObjectNode> messages = stream("");
		assertThat(messages).hasSize(1);
		return messages.get(0).get("offset").textValue();
	}

	private static List<String> types(List<ObjectNode> messages) {
		return Auth0Client.texts(messages.stream()
			.collect(JsonNodeFactory.instance::arrayNode, (array, message) -> array.add(message),
					(one, other) -> one.addAll(other)),
				"type");
	}

	@Test
	void streamsChangesAfterAnOffset() {
		String start = latest();
		String id = auth0.create("").id();
		auth0.patch("connections/" + id, "{'display_name': 'Acme'}");
		String organization = auth0.post("organizations", "{'name': 'acme'}").id();
		String connections = "organizations/" + organization + "/enabled_connections";
		auth0.post(connections, "{'connection_id': '" + id + "'}");
		auth0.patch(connections + "/" + id, "{'show_as_button': false}");
		auth0.delete(connections + "/" + id);
		auth0.delete("connections/" + id);
		auth0.delete("connections/" + id);
		List<ObjectNode> messages = stream("?from=" + encoded(start));
		assertThat(types(messages)).containsExactly("connection.created", "connection.updated",
				"organization.connection.added", "organization.connection.updated", "organization.connection.removed",
				"connection.deleted", "offset-only");
		assertThat(messages.get(0).at("/event/data/object/id").textValue()).isEqualTo(id);
		assertThat(messages.get(2).at("/event/data/object/organization/id").textValue()).isEqualTo(organization);
		assertThat(messages.get(2).at("/event/data/object/connection/id").textValue()).isEqualTo(id);
		assertThat(types(stream("?from=" + encoded(messages.get(3).get("offset").textValue()))))
			.containsExactly("organization.connection.removed", "connection.deleted", "offset-only");
		assertThat(types(stream("?event_type=connection.deleted&from=" + encoded(start))))
			.containsExactly("connection.deleted", "offset-only");
		assertThat(stream("?from=" + encoded(start)).get(0)).isEqualTo(messages.get(0));
		HttpResponse<String> resumed = exchange("", "Last-Event-ID", start);
		assertThat(resumed.body()).contains("connection.created");
		assertThat(types(stream("?from_timestamp=2000-01-01T00:00:00Z"))).endsWith("offset-only").hasSizeGreaterThan(6);
	}

	@Test
	void streamsChangesByTheEarlyAccessEndpoint() {
		String id = auth0.create("").id();
		String connections = "organizations/" + auth0.post("organizations", "{'name': 'acme'}").id() + "/connections";
		String start = latest();
		assertThat(auth0.post(connections, "{'connection_id': '" + id + "', 'organization_access_level': 'limited'}")
			.status()).isEqualTo(201);
		auth0.patch(connections + "/" + id, "{'is_enabled': false}");
		auth0.delete(connections + "/" + id);
		assertThat(types(stream("?from=" + encoded(start)))).containsExactly("organization.connection.added",
				"organization.connection.updated", "organization.connection.removed", "offset-only");
	}

	@ParameterizedTest
	@CsvSource({ "?from=x,Invalid cursor format", "?event_type=user.renamed,on property event_type",
			"?from_timestamp=yesterday,on property from_timestamp" })
	void rejectsInvalidQueries(String query, String message) {
		assertRejected(auth0.get("events" + query), 400, message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?from=%s", "?from_timestamp=2026-11-28T18:00:00Z" })
	void rejectsTwoPositions(String query) {
		HttpResponse<String> response = exchange(query.formatted(encoded(latest())), "Last-Event-ID", latest());
		assertThat(response.statusCode()).isEqualTo(400);
	}

	@Test
	void rejectsTypesThatTheTenantDoesNotHave() {
		sandbox.auth0().events().connectionEvents(false);
		assertRejected(auth0.get("events?" + CONNECTION_TYPES), 400, "event_type");
		String start = latest();
		auth0.create("");
		assertThat(types(stream("?from=" + encoded(start)))).containsExactly("offset-only");
	}

	@Test
	void rejectsOneStreamTooMany() {
		sandbox.auth0().events().tooManyStreams(true);
		assertRejected(auth0.get("events"), 403, "Maximum concurrent event stream connections reached");
	}

	@Test
	void rejectsOffsetsThatHaveExpired() {
		String start = latest();
		sandbox.auth0().events().expireOffsets();
		assertRejected(auth0.get("events?from=" + encoded(start)), 410, "no longer available");
		assertThat(latest()).isNotEqualTo(start);
	}

	@Test
	void needsTheScope() {
		JsonNode error = auth0.with(sandbox.auth0().token("read:connections")).get("events").body();
		assertThat(error.get("message").textValue()).contains("read:events");
	}

	private static String encoded(String offset) {
		return URLEncoder.encode(offset, StandardCharsets.UTF_8);
	}

}
