// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.DesiredConnection;
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
		return new DesiredConnection(fields.text("id"), fields.requiredText("name", "each connection needs one"),
				fields.text("provider"), fields.texts("domains"), fields.bool("active"), fields.texts("organizations"),
				(idp != null) ? new DeclaredIdp(this.source, this.settings, idp).read() : null,
				settings(fields.node("settings")), this.source.place(fields.line()));
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

}
