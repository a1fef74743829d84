// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.ServiceProviderDetails;
import org.jspecify.annotations.Nullable;

/**
 * Connection at Clerk that a connection at Auth0 has become.
 *
 * @param id the id of the enterprise connection
 * @param created whether this run has created it; otherwise it existed before
 * @param active whether users can sign in with it; {@code null} if it is unknown
 * @param serviceProvider what the administrator of the IdP enters: ACS URL and entity ID.
 * Clerk returns no redirect URI for OIDC
 * @param differences the fields at Clerk that differ from what the migration would set
 */
public record MigratedConnection(String id, boolean created, @Nullable Boolean active,
		@Nullable ServiceProviderDetails serviceProvider, List<FieldMapping> differences) {

	public MigratedConnection {
		Assert.notNull(id, "'id' must not be null");
		differences = (differences != null) ? List.copyOf(differences) : List.of();
	}

}
