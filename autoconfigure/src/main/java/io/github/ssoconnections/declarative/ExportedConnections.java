// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;

/**
 * The present state of an account as a declaration.
 *
 * @param vendor the vendor
 * @param connections the connections
 * @param omitted connections that cannot be declared, and why
 */
public record ExportedConnections(String vendor, List<Exported> connections, List<String> omitted) {

	public ExportedConnections {
		connections = List.copyOf(connections);
		omitted = List.copyOf(omitted);
	}

	/**
	 * Create an export that omits no connection.
	 * @param vendor the vendor
	 * @param connections the connections
	 */
	public ExportedConnections(String vendor, List<Exported> connections) {
		this(vendor, connections, List.of());
	}

	/**
	 * Return the declaration. Its secrets are references.
	 * @return the declaration
	 */
	public Declaration declaration() {
		return new Declaration(this.vendor, this.connections.stream().map(Exported::connection).toList());
	}

	/**
	 * A connection.
	 *
	 * @param connection the declaration, with a {@link SecretReference} for each secret
	 * @param hidden what the vendor does not return, so that it is not in the declaration
	 */
	public record Exported(DesiredConnection connection, List<String> hidden) {

		public Exported {
			hidden = List.copyOf(hidden);
		}

	}

}
