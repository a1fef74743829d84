// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes what every connection has. Absent leaves a setting as it is, {@code null} brings
 * its default back; a name cannot be taken away, so {@code null} leaves it.
 */
final class Settings {

	private static final Pattern ORGANIZATION_ID = Pattern.compile("org_[A-Za-z0-9_-]+");

	private static final List<String> FLAGS = List.of("active", "sync_user_attributes",
			"disable_additional_identifications", "allow_organization_account_linking", "authenticatable",
			"disable_jit_provisioning");

	private Settings() {
	}

	static void defaults(ObjectNode settings) {
		FLAGS.forEach((flag) -> settings.put(flag, isOnByDefault(flag)));
		settings.putNull("organization_id");
		settings.putArray("custom_attributes");
	}

	static void write(ObjectNode settings, Write write) {
		ObjectNode body = write.settings();
		if (body.hasNonNull("name")) {
			settings.set("name", body.get("name"));
		}
		if (!body.path("domains").isEmpty()) {
			writeDomains(settings.putArray("domains"), body.get("domains"));
		}
		if (body.has("organization_id")) {
			writeOrganization(settings, body.get("organization_id"), write.samlApi());
		}
		if (body.has("custom_attributes")) {
			writeCustomAttributes(settings.putArray("custom_attributes"), body.get("custom_attributes"));
		}
		FLAGS.stream()
			.filter(body::has)
			.forEach((flag) -> settings.put(flag, body.get(flag).asBoolean(isOnByDefault(flag))));
	}

	private static boolean isOnByDefault(String flag) {
		return flag.equals("sync_user_attributes") || flag.equals("authenticatable");
	}

	private static void writeDomains(ArrayNode target, JsonNode domains) {
		Set<String> normalized = new LinkedHashSet<>();
		domains.forEach((domain) -> normalized.add(Domains.normalize(domain.textValue(), "domains")));
		normalized.forEach(target::add);
	}

	private static void writeOrganization(ObjectNode settings, JsonNode id, boolean canUnlink) {
		if (!id.isNull() && !ORGANIZATION_ID.matcher(id.textValue()).matches()) {
			throw ClerkException.unprocessable("form_resource_not_found", "The organization was not found.",
					"organization_id");
		}
		if (canUnlink || !id.isNull()) {
			settings.set("organization_id", id);
		}
	}

	private static void writeCustomAttributes(ArrayNode target, JsonNode attributes) {
		for (int i = 0; i < attributes.size(); i++) {
			ObjectNode attribute = attributes.get(i).deepCopy();
			JsonNode oldName = attribute.get("scim_path");
			JsonNode newName = attribute.get("directory_path");
			if (oldName != null && newName != null && !oldName.equals(newName)) {
				throw ClerkException.unprocessable(
						ClerkError.value("custom_attributes[" + i + "].directory_path", "equal to scim_path"));
			}
			JsonNode path = (newName != null) ? newName : oldName;
			if (path != null) {
				attribute.set("scim_path", path);
				attribute.set("directory_path", path);
			}
			target.add(attribute.put("multi_valued", attribute.path("multi_valued").booleanValue()));
		}
	}

}
