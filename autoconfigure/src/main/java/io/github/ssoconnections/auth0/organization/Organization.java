// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Organization.
 *
 * @param id the id, such as {@code org_9ybsU1dN2dKfDkBi}
 * @param name the name, unique in the tenant
 * @param displayName the name on the login page
 * @param metadata the application's own metadata of the organization
 * @param branding the logo and the colors of the login page
 * @param tokenQuota the limits of access tokens
 * @param enabledConnections the connections that were enabled by its creation; see
 * {@link Auth0OrganizationConnections}
 * @param unknownFields unknown fields
 */
public record Organization(@Nullable String id, @Nullable String name, @Nullable String displayName,
		@Nullable Map<String, @Nullable String> metadata, @Nullable Map<String, @Nullable Object> branding,
		@Nullable Map<String, @Nullable Object> tokenQuota, @Nullable List<OrganizationConnection> enabledConnections,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Organization {
		metadata = (metadata != null) ? Collections.<String, @Nullable String>unmodifiableMap(metadata) : null;
		branding = (branding != null) ? Collections.<String, @Nullable Object>unmodifiableMap(branding) : null;
		tokenQuota = (tokenQuota != null) ? Collections.<String, @Nullable Object>unmodifiableMap(tokenQuota) : null;
		enabledConnections = (enabledConnections != null) ? Collections.unmodifiableList(enabledConnections) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
