// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Field;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.rest.Shape;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The operations below {@code /v1/directories}. What the vendor's document does not say
 * is an assumption: the codes for an unknown connection or role, for a second directory
 * of a connection, and for mappings that are not enabled.
 */
final class DirectoryOperations {

	private static final String COLLECTION = "/v1/directories";

	private static final String ITEM = COLLECTION + "/{id}";

	private static final String MAPPINGS = ITEM + "/group_role_mappings";

	private static final Field[] GROUP = { Field.string("directory_group_id"), Field.string("scim_group_id"),
			Field.string("role_id").mustBeThere() };

	private static final Field PRECEDENCE = Field.integer("precedence").between(1, Integer.MAX_VALUE);

	private static final Shape NEW_MAPPING = Shape.of(GROUP).and(PRECEDENCE);

	private static final Shape FIRST_MAPPING = NEW_MAPPING.and(
			Field.string("directory_group_display_name").atMostCharacters(255),
			Field.string("scim_group_display_name").atMostCharacters(255));

	private static final Shape REPLACEMENT = Shape.of(Field.objects("mappings", Shape.of(GROUP)).mustBeThere());

	private static final Shape CREATE = Shape.of(Field.string("enterprise_connection_id").mustBeThere(),
			Field.string("name"), Field.string("provider").mustBeThere().nonEmpty(),
			Field.objects("group_role_mappings", FIRST_MAPPING));

	private static final Shape UPDATE = Shape.of(Field.string("name"), Field.bool("enabled"),
			Field.string("provider").nonEmpty(),
			Field.object("attribute_mapping", Shape.of().others(Field.string("path").orNull())),
			Field.bool("group_role_mapping_enabled"));

	private final Map<String, Directory> directories = new LinkedHashMap<>();

	private final Connections connections;

	private final InstantSource clock;

	DirectoryOperations(Connections connections, InstantSource clock) {
		this.connections = connections;
		this.clock = clock;
	}

	void clear() {
		this.directories.clear();
	}

	void addTo(Operations<Function<Call, Reply>> operations) {
		operations.add("GET", COLLECTION, this::list)
			.add("POST", COLLECTION, this::create)
			.add("GET", ITEM, this::get)
			.add("PATCH", ITEM, this::update)
			.add("DELETE", ITEM, this::delete)
			.add("POST", ITEM + "/rotate_api_key", this::rotateApiKey)
			.add("GET", MAPPINGS, this::listMappings)
			.add("POST", MAPPINGS, this::createMapping)
			.add("PUT", MAPPINGS, this::replaceMappings)
			.add("DELETE", MAPPINGS + "/{mappingId}", this::deleteMapping);
	}

	private Directory directory(Call call) {
		Directory directory = this.directories.get(call.id());
		if (directory == null) {
			throw ClerkException.notFound();
		}
		return directory;
	}

	private Directory withMappings(Call call) {
		Directory directory = directory(call);
		if (!directory.isMappingEnabled()) {
			throw new ClerkException(403, "feature_not_enabled",
					"Group role mapping is not enabled for this directory.");
		}
		return directory;
	}

	private Reply list(Call call) {
		List<Directory> all = new ArrayList<>(this.directories.values());
		Collections.reverse(all);
		return Replies.page(call.query(), all, Directory::toJson);
	}

	private Reply create(Call call) {
		ObjectNode body = call.body(CREATE);
		String connectionId = body.get("enterprise_connection_id").textValue();
		if (this.connections.newestFirst().stream().noneMatch((each) -> each.id().equals(connectionId))) {
			throw ClerkException.unprocessable("form_resource_not_found", "The connection does not exist.",
					"enterprise_connection_id");
		}
		if (this.directories.values().stream().anyMatch((each) -> each.isOf(connectionId))) {
			throw ClerkException.unprocessable("form_identifier_exists", "The connection has a directory.",
					"enterprise_connection_id");
		}
		Directory directory = new Directory(body, this.clock.millis());
		body.path("group_role_mappings")
			.forEach((mapping) -> directory.addMapping((ObjectNode) mapping, this.clock.millis()));
		this.directories.put(directory.id(), directory);
		return Reply.ok(directory.toJson().put("api_key", newKey()));
	}

	private static String newKey() {
		return Ids.next("ak_sandbox_", 40);
	}

	private Reply get(Call call) {
		return Reply.ok(directory(call).toJson());
	}

	private Reply update(Call call) {
		Directory directory = directory(call);
		directory.update(call.body(UPDATE), this.clock.millis());
		return Reply.ok(directory.toJson());
	}

	private Reply delete(Call call) {
		Directory directory = directory(call);
		this.directories.remove(directory.id());
		return Replies.deleted("directory", directory.id());
	}

	private Reply rotateApiKey(Call call) {
		return Reply.ok(directory(call).toJson().put("api_key", newKey()));
	}

	private Reply listMappings(Call call) {
		return mappings(directory(call));
	}

	private static Reply mappings(Directory directory) {
		ObjectNode page = JsonNodeFactory.instance.objectNode();
		List<ObjectNode> mappings = directory.mappings();
		mappings.forEach((mapping) -> page.withArray("data").add(mapping.deepCopy()));
		page.withArray("data");
		return Reply.ok(page.put("total_count", mappings.size()));
	}

	private Reply createMapping(Call call) {
		return Reply.ok(withMappings(call).addMapping(call.body(NEW_MAPPING), this.clock.millis()).deepCopy());
	}

	private Reply replaceMappings(Call call) {
		Directory directory = withMappings(call);
		List<ObjectNode> mappings = new ArrayList<>();
		call.body(REPLACEMENT).get("mappings").forEach((mapping) -> mappings.add((ObjectNode) mapping));
		directory.replaceMappings(mappings, this.clock.millis());
		return mappings(directory);
	}

	private Reply deleteMapping(Call call) {
		String mappingId = call.variables().getOrDefault("mappingId", "");
		withMappings(call).deleteMapping(mappingId);
		return Replies.deleted("directory_group_role_mapping", mappingId);
	}

}
