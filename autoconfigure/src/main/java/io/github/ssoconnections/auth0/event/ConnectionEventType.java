// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Type of a {@link ConnectionEvent}.
 */
public enum ConnectionEventType {

	/**
	 * A connection was created.
	 */
	CREATED("connection.created"),

	/**
	 * A connection was updated.
	 */
	UPDATED("connection.updated"),

	/**
	 * A connection was deleted.
	 */
	DELETED("connection.deleted"),

	/**
	 * A connection was enabled for an organization.
	 */
	ADDED_TO_ORGANIZATION("organization.connection.added"),

	/**
	 * A connection was disabled for an organization.
	 */
	REMOVED_FROM_ORGANIZATION("organization.connection.removed"),

	/**
	 * The settings of a connection for an organization were updated.
	 */
	UPDATED_FOR_ORGANIZATION("organization.connection.updated");

	private final String value;

	ConnectionEventType(String value) {
		this.value = value;
	}

	/**
	 * Return whether the event is about a connection and an organization. Every tenant
	 * has these types; the others are newer.
	 * @return whether it is
	 */
	public boolean isOfOrganization() {
		return this.value.startsWith("organization.");
	}

	static @Nullable ConnectionEventType of(String value) {
		return Arrays.stream(values()).filter((type) -> type.value.equals(value)).findFirst().orElse(null);
	}

	/**
	 * Return the vendor's name.
	 * @return the name, such as {@code connection.updated}
	 */
	@Override
	public String toString() {
		return this.value;
	}

}
