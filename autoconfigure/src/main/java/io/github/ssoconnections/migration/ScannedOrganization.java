// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * Organization at Auth0 with its connections.
 *
 * @param id the id at Auth0
 * @param name the name at Auth0; {@code null} if it is absent from the response
 * @param connectionIds the ids of its enabled connections
 */
public record ScannedOrganization(String id, @Nullable String name, List<String> connectionIds) {

	public ScannedOrganization {
		Assert.hasText(id, "'id' must not be empty");
		connectionIds = (connectionIds != null) ? List.copyOf(connectionIds) : List.of();
	}

}
