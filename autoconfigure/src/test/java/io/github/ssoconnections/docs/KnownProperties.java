// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties of this library and of Spring Boot, by the configuration metadata.
 */
final class KnownProperties {

	/** Types by name. */
	private static final Map<String, String> TYPES = read();

	private static final Pattern ACCOUNT = Pattern
		.compile("^(sso-connections\\.(?:clerk|auth0))\\.accounts\\.[^.]+\\.(.*)");

	private static final Set<String> ROOTS = Set.of("sso-connections", "spring", "management", "server");

	private KnownProperties() {
	}

	private static Map<String, String> read() {
		Map<String, String> types = new TreeMap<>();
		try {
			for (String file : List.of("spring-configuration-metadata.json",
					"additional-spring-configuration-metadata.json")) {
				for (URL url : Collections
					.list(KnownProperties.class.getClassLoader().getResources("META-INF/" + file))) {
					try (InputStream in = url.openStream()) {
						for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
							types.put(property.path("name").asString(), property.path("type").asString(""));
						}
					}
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return types;
	}

	static boolean isKnown(String name) {
		// Spring Security is not on the class path
		if (name.startsWith("spring.security.oauth2.client.")) {
			return true;
		}
		String property = ACCOUNT.matcher(name).replaceFirst("$1.$2");
		return TYPES.containsKey(property) || TYPES.entrySet()
			.stream()
			.anyMatch((known) -> known.getValue().contains("Map<") && property.startsWith(known.getKey() + "."));
	}

	/**
	 * Return whether a document is the configuration of an application, and not a file of
	 * another format, such as declared connections or a workflow.
	 */
	static boolean isConfiguration(Map<?, ?> document) {
		return document.keySet().stream().anyMatch(KnownProperties::isRoot);
	}

	private static boolean isRoot(Object key) {
		return ROOTS.stream().anyMatch((root) -> key.equals(root) || String.valueOf(key).startsWith(root + "."));
	}

	static boolean isPrefix(String name) {
		return TYPES.keySet().stream().anyMatch((known) -> known.startsWith(name + "."));
	}

	/**
	 * Return the keys of a document that no metadata has. Keys of the application's own,
	 * below other roots, are left out.
	 */
	static List<String> unknownIn(Map<?, ?> document) {
		List<String> unknown = new ArrayList<>();
		document.forEach((root, value) -> {
			if (isRoot(root)) {
				collect(String.valueOf(root), value, unknown);
			}
		});
		return unknown;
	}

	private static void collect(String name, Object value, List<String> unknown) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, inner) -> collect(name + "." + key, inner, unknown));
		}
		else if (!isKnown(name)) {
			unknown.add(name);
		}
	}

}
