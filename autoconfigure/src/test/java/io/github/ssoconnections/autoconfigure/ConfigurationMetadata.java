// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configuration metadata of the properties.
 */
final class ConfigurationMetadata {

	private static final String OURS = "sso-connections.";

	private final JsonNode metadata;

	private ConfigurationMetadata(JsonNode metadata) {
		this.metadata = metadata;
	}

	static ConfigurationMetadata read() throws Exception {
		try (InputStream in = ClerkProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return new ConfigurationMetadata(JsonMapper.shared().readTree(in));
		}
	}

	/**
	 * Return every property, in the order of the names. Those of Boot's that go by our
	 * names, such as the access to an endpoint, are not ours.
	 */
	List<Property> properties() {
		return propertiesBelow(OURS);
	}

	/**
	 * Return the properties of the actuator that apply, in the order of the names.
	 */
	List<Property> managementProperties() {
		return propertiesBelow("management.");
	}

	/**
	 * Return the descriptions of the groups by name, empty if there is none.
	 */
	Map<String, String> groups() {
		Map<String, String> groups = new TreeMap<>();
		this.metadata.path("groups")
			.forEach((group) -> groups.put(group.path("name").asString(), group.path("description").asString("")));
		return groups;
	}

	/**
	 * Return the names of the properties with hints.
	 */
	Set<String> hints() {
		Set<String> hints = new TreeSet<>();
		this.metadata.path("hints").forEach((hint) -> hints.add(hint.path("name").asString()));
		return hints;
	}

	private List<Property> propertiesBelow(String prefix) {
		Map<String, Property> properties = new TreeMap<>();
		for (JsonNode property : this.metadata.path("properties")) {
			String name = property.path("name").asString();
			if (name.startsWith(prefix)) {
				properties.put(name, new Property(name, property.path("type").asString(),
						property.path("description").asString(""), defaultValue(property.path("defaultValue"))));
			}
		}
		return List.copyOf(properties.values());
	}

	/**
	 * Return the properties of a class, without those that a longer prefix has.
	 */
	List<Property> propertiesOf(String root) throws Exception {
		Set<String> roots = roots().keySet();
		return properties().stream()
			.filter((property) -> roots.stream()
				.filter((prefix) -> property.name().startsWith(prefix + "."))
				.max(Comparator.comparing(String::length))
				.filter(root::equals)
				.isPresent())
			.toList();
	}

	/**
	 * Return the classes of properties by prefix, without those that are nested.
	 */
	Map<String, Class<?>> roots() throws Exception {
		Map<String, Class<?>> roots = new TreeMap<>();
		for (JsonNode group : this.metadata.path("groups")) {
			if (!group.has("sourceMethod") && group.path("name").asString().startsWith(OURS)) {
				roots.put(group.path("name").asString(), Class.forName(group.path("type").asString()));
			}
		}
		return roots;
	}

	private static String defaultValue(JsonNode node) {
		if (node.isArray()) {
			List<String> items = new ArrayList<>();
			node.forEach((item) -> items.add(item.asString()));
			return String.join(",", items);
		}
		return node.isMissingNode() ? "" : node.asString();
	}

	/**
	 * One property.
	 *
	 * @param name the name
	 * @param type the name of the Java type
	 * @param description the description, empty if there is none
	 * @param defaultValue the default, empty if there is none
	 */
	record Property(String name, String type, String description, String defaultValue) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
