// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Connection through which a user came.
 *
 * @param connectionId the id of the connection; {@code null} at Auth0, which returns the
 * name
 * @param connectionName the name of the connection
 * @param provider the provider at Clerk, the strategy at Auth0
 * @param active whether the user can still sign in through it; {@code null} at Auth0
 * @param lastSignInAt the last sign-in through it; {@code null} at Auth0, and if there
 * was none
 */
public record UserConnection(@Nullable String connectionId, @Nullable String connectionName, @Nullable String provider,
		@Nullable Boolean active, @Nullable Instant lastSignInAt) {

}
