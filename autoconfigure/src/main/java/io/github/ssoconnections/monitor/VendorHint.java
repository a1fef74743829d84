// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;

import io.github.ssoconnections.ConnectionChanged;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a vendor says about a change.
 *
 * @param connectionId the vendor's id of the connection
 * @param kind what happened
 * @param changedPart the name of what was changed if it is not part of a catalog entry,
 * such as {@code organizationIds}; {@code null} for the connection itself
 * @param eventId the id of the event, the same if the vendor delivers it again
 * @param time when it happened, {@code null} if it is unknown
 */
public record VendorHint(String connectionId, ConnectionChanged.Kind kind, @Nullable String changedPart, String eventId,
		@Nullable Instant time) {

}
