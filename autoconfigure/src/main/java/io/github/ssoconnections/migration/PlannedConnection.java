// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import io.github.ssoconnections.clerk.EnterpriseConnection;
import org.jspecify.annotations.Nullable;

/**
 * Planned connection with what a run needs.
 *
 * @param entry the entry of the report
 * @param target the connection to create
 * @param found the connection at Clerk; {@code null} if there is none
 */
record PlannedConnection(MigrationEntry entry, TargetConnection target, @Nullable EnterpriseConnection found) {

}
