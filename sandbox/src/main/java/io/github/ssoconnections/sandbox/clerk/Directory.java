// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.ssoconnections.sandbox.rest.Ids;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A directory with the roles of its groups, without its API key. There are two roles,
 * {@code role_admin} and {@code role_member}.
 */
final class Directory {

	private static final Map<String, String> ROLES = Map.of("role_admin", "Admin", "role_member", "Member");

	private final String id = Ids.next("dir_", 27);

	private final ObjectNode state;

	private final List<ObjectNode> mappings = new ArrayList<>();

	Directory(ObjectNode body, long now) {
		this.state = JsonNodeFactory.instance.objectNode().put("object", "directory").put("id", this.id);
		this.state.put("name", body.path("name").asText("Directory"));
		this.state.set("enterprise_connection_id", body.get("enterprise_connection_id"));
		this.state.put("endpoint_url", "https://clerk.sandbox.example/v1/scim/v2/" + this.id);
		this.state.set("provider", body.get("provider"));
		this.state.put("enabled", true).put("group_role_mapping_enabled", body.path("group_role_mappings").size() > 0);
		this.state.putObject("attribute_mapping")
			.put("email_address", "emails.#(primary==true).value")
			.put("first_name", "name.givenName")
			.put("last_name", "name.familyName");
		this.state.putArray("custom_attributes");
		this.state.put("created_at", now).put("updated_at", now);
	}

	String id() {
		return this.id;
	}

	boolean isOf(String connectionId) {
		return this.state.get("enterprise_connection_id").textValue().equals(connectionId);
	}

	boolean isMappingEnabled() {
		return this.state.get("group_role_mapping_enabled").booleanValue();
	}

	ObjectNode toJson() {
		return this.state.deepCopy();
	}

	void update(ObjectNode body, long now) {
		ObjectNode paths = (ObjectNode) this.state.get("attribute_mapping");
		body.path("attribute_mapping").properties().forEach((path) -> {
			if (path.getValue().isNull()) {
				paths.remove(path.getKey());
			}
			else {
				paths.set(path.getKey(), path.getValue());
			}
		});
		body.remove("attribute_mapping");
		this.state.setAll(body);
		this.state.put("updated_at", now);
	}

	List<ObjectNode> mappings() {
		return this.mappings.stream()
			.sorted(Comparator.comparingInt((ObjectNode mapping) -> mapping.get("precedence").intValue()))
			.toList();
	}

	ObjectNode addMapping(ObjectNode body, long now) {
		int next = this.mappings.stream().mapToInt((each) -> each.get("precedence").intValue()).max().orElse(0) + 1;
		ObjectNode mapping = mapping(body, body.path("precedence").asInt(next), now);
		this.mappings.add(mapping);
		return mapping;
	}

	void replaceMappings(List<ObjectNode> bodies, long now) {
		List<ObjectNode> replacements = new ArrayList<>();
		bodies.forEach((body) -> replacements.add(mapping(body, replacements.size() + 1, now)));
		this.mappings.clear();
		this.mappings.addAll(replacements);
	}

	void deleteMapping(String mappingId) {
		if (!this.mappings.removeIf((mapping) -> mapping.get("id").textValue().equals(mappingId))) {
			throw ClerkException.notFound();
		}
	}

	private ObjectNode mapping(ObjectNode body, int precedence, long now) {
		String group = either(body, "directory_group_id", "scim_group_id");
		if (group.isEmpty()) {
			throw ClerkException.unprocessable(ClerkError.missing("directory_group_id"));
		}
		String name = either(body, "directory_group_display_name", "scim_group_display_name");
		String roleId = body.get("role_id").textValue();
		if (!ROLES.containsKey(roleId)) {
			throw ClerkException.unprocessable("form_resource_not_found", "The role does not exist.", "role_id");
		}
		ObjectNode mapping = JsonNodeFactory.instance.objectNode().put("object", "directory_group_role_mapping");
		mapping.put("id", Ids.next("dgrm_", 27)).put("directory_id", this.id).put("scim_directory_id", this.id);
		mapping.put("directory_group_id", group).put("scim_group_id", group);
		mapping.put("directory_group_display_name", name.isEmpty() ? group : name);
		mapping.set("scim_group_display_name", mapping.get("directory_group_display_name"));
		mapping.set("role", role(roleId, now));
		return mapping.put("precedence", precedence).put("created_at", now).put("updated_at", now);
	}

	private static String either(ObjectNode body, String field, String formerField) {
		JsonNode value = body.path(field);
		JsonNode former = body.path(formerField);
		if (value.isTextual() && former.isTextual() && !value.equals(former)) {
			throw ClerkException
				.unprocessable(ClerkError.value(formerField, "the same as " + field + ", or be left out"));
		}
		return value.asText(former.asText(""));
	}

	private static ObjectNode role(String roleId, long now) {
		String name = ROLES.getOrDefault(roleId, "");
		ObjectNode role = JsonNodeFactory.instance.objectNode().put("object", "role").put("id", roleId);
		role.put("name", name).put("key", "org:" + name.toLowerCase(Locale.ROOT)).putNull("description");
		role.put("is_creator_eligible", "Admin".equals(name)).putArray("permissions");
		return role.put("created_at", now).put("updated_at", now);
	}

}
