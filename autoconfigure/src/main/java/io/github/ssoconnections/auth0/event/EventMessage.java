// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import org.jspecify.annotations.Nullable;

/**
 * What an event stream says.
 */
sealed interface EventMessage {

	/**
	 * The stream is open.
	 */
	record Opened() implements EventMessage {
	}

	/**
	 * An event about a connection.
	 *
	 * @param event the event
	 */
	record OfConnection(ConnectionEvent event) implements EventMessage {
	}

	/**
	 * A new position without an event, or with one that is ignored.
	 *
	 * @param offset the position, {@code null} if it is not readable
	 */
	record OffsetOnly(@Nullable String offset) implements EventMessage {
	}

	/**
	 * An event about a connection that cannot be read: too large, no JSON, or without
	 * ids.
	 *
	 * @param offset the position, {@code null} if it is not readable
	 * @param receivedAt when it arrived, in milliseconds
	 */
	record Unreadable(@Nullable String offset, long receivedAt) implements EventMessage {
	}

	/**
	 * An error of the vendor, after which it closes the stream.
	 *
	 * @param code the vendor's code
	 * @param offset the position to resume at, {@code null} if there is none
	 */
	record Error(String code, @Nullable String offset) implements EventMessage {
	}

	/**
	 * The stream failed, or is too fast for the handler.
	 *
	 * @param reason the failure
	 */
	record Failed(Throwable reason) implements EventMessage {
	}

}
