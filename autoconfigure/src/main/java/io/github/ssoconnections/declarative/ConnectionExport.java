// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Writes one connection as a declaration, with a reference in place of each secret.
 */
final class ConnectionExport {

	private final ReconciliationVendor vendor;

	private final CurrentConnection current;

	private final String prefix;

	private final Set<String> references;

	private final List<String> hidden = new ArrayList<>();

	/**
	 * Create an export.
	 * @param vendor the vendor
	 * @param current the connection
	 * @param prefix the beginning of the names of references
	 * @param references the names that are in use
	 */
	ConnectionExport(ReconciliationVendor vendor, CurrentConnection current, String prefix, Set<String> references) {
		this.vendor = vendor;
		this.current = current;
		this.prefix = prefix;
		this.references = references;
	}

	ExportedConnections.Exported exported() {
		DesiredConnection desired = this.vendor.toDesired(this.current);
		Map<?, ?> settings = (Map<?, ?>) Objects
			.requireNonNull(Fields.replace(FieldPath.ROOT, desired.settings(), this::reference));
		this.vendor.findHidden(this.current)
			.forEach((path) -> this.hidden
				.add(path + " is not returned: to set it, declare it as " + new SecretReference(unused(name(path)))));
		this.current.unreadable().forEach((path, reason) -> this.hidden.add(path + " cannot be read: " + reason));
		return new ExportedConnections.Exported(
				desired.withSettings(Fields.object(Map.of("settings", settings), "settings")), this.hidden);
	}

	private @Nullable Object reference(FieldPath path, @Nullable Object value) {
		if (!(value instanceof Secret)) {
			return value;
		}
		SecretReference reference = new SecretReference(unused(name(path)));
		this.hidden.add(path + " is secret: set " + reference.name());
		return reference;
	}

	private String name(FieldPath path) {
		String name = (this.current.name() + "_" + path.names().get(path.names().size() - 1))
			.replaceAll("([a-z])([A-Z])", "$1_$2")
			.replaceAll("[^A-Za-z0-9]+", "_")
			.toUpperCase(Locale.ROOT);
		return this.prefix + ((name.length() > 150) ? name.substring(name.length() - 150) : name);
	}

	private synchronized String unused(String name) {
		String candidate = name;
		for (int number = 2; !this.references.add(candidate); number++) {
			candidate = name + "_" + number;
		}
		return candidate;
	}

}
