// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.ssoconnections.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * Reads a declaration from the nodes of its file.
 */
final class DeclarationReader {

	private static final List<String> ROOT = List.of("vendor", "connections");

	private static final List<String> CONNECTION = List.of("name", "id", "provider", "domains", "active",
			"organizations", "idp", "settings");

	private final SourceFile source;

	private final SettingsReader settings;

	private final Set<String> vendors;

	private final Map<String, DesiredConnection> byId = new HashMap<>();

	private final Map<String, DesiredConnection> byName = new HashMap<>();

	DeclarationReader(SourceFile source, SecretReferences secrets, Set<String> vendors) {
		this.source = source;
		this.settings = new SettingsReader(source, secrets);
		this.vendors = vendors;
	}

	Declaration read(String text) {
		FieldReader root = new FieldReader(this.source, this.settings, YamlParser.parse(this.source, text),
				"a declaration", ROOT);
		String vendors = String.join(" or ", new TreeSet<>(this.vendors));
		String vendor = root.requiredText("vendor", "write " + vendors);
		if (!this.vendors.contains(vendor)) {
			throw this.source.error(root.line("vendor"),
					"the vendor " + Excerpt.quoted(vendor) + " is unknown: use " + vendors);
		}
		YamlNode connections = root.node("connections");
		if (connections == null) {
			throw this.source.error(root.line(), "'connections' is missing: write a list, or [] for none");
		}
		List<DesiredConnection> result = new ArrayList<>();
		root.items("connections", connections).forEach((node) -> result.add(connection(node)));
		return new Declaration(vendor, result);
	}

	private DesiredConnection connection(YamlNode node) {
		FieldReader fields = new FieldReader(this.source, this.settings, node, "a connection", CONNECTION);
		YamlNode idp = fields.node("idp");
		DesiredConnection connection = new DesiredConnection(fields.text("id"),
				fields.requiredText("name", "each connection needs one"), fields.text("provider"),
				fields.texts("domains"), fields.bool("active"), fields.texts("organizations"),
				(idp != null) ? new DeclaredIdp(this.source, this.settings, idp).read() : null,
				settings(fields.node("settings")), this.source.place(fields.line()));
		rejectSecond(connection, fields);
		return connection;
	}

	private Map<String, @Nullable Object> settings(@Nullable YamlNode node) {
		if (node == null) {
			return Map.of();
		}
		if (!(node instanceof YamlNode.Mapping mapping)) {
			throw this.source.error(node.line(),
					"'settings' must have fields, with the names that the vendor has in a request");
		}
		return this.settings.read(mapping);
	}

	// Names are not unique at Clerk, so that two ids can share one
	private void rejectSecond(DesiredConnection connection, FieldReader fields) {
		if (connection.id() != null) {
			rejectSecond("id", connection.id(), this.byId.put(connection.id(), connection), fields);
		}
		DesiredConnection other = this.byName.put(connection.name(), connection);
		if (other != null && (other.id() == null || connection.id() == null)) {
			rejectSecond("name", connection.name(), other, fields);
		}
	}

	private void rejectSecond(String field, String value, @Nullable DesiredConnection other, FieldReader fields) {
		if (other != null) {
			throw this.source.error(fields.line(field), "the connection with the " + field + " " + Excerpt.quoted(value)
					+ " is declared at " + other.origin() + " already: remove one of them, or add different ids");
		}
	}

}
