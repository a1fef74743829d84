// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Hint that a connection was changed. It has ids only: what the vendor's event says about
 * the connection is not passed on, because events may arrive out of order. Read the
 * connection afresh.
 *
 * @param type the type
 * @param id the id of the event, the same if the event is delivered again
 * @param connectionId the id of the connection
 * @param organizationId the id of the organization, {@code null} unless the type
 * {@link ConnectionEventType#isOfOrganization() is of an organization}
 * @param time when the event occurred, {@code null} if it is absent or cannot be read
 * @param offset the position in the stream after the event
 */
public record ConnectionEvent(ConnectionEventType type, String id, String connectionId, @Nullable String organizationId,
		@Nullable Instant time, String offset) {
}
