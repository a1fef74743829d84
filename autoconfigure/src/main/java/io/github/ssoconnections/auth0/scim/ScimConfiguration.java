// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import org.jspecify.annotations.Nullable;

/**
 * SCIM configuration of a connection.
 *
 * @param connectionId the id of the connection
 * @param connectionName the name of the connection
 * @param strategy the kind of IdP
 * @param tenantName the name of the tenant
 * @param userIdAttribute the SCIM attribute of the user id
 * @param mapping the SCIM attributes of the user fields
 * @param createdAt the time of the creation
 * @param updatedOn the time of the last change
 * @param unknownFields unknown fields
 */
public record ScimConfiguration(@Nullable String connectionId, @Nullable String connectionName,
		@Nullable ConnectionStrategy strategy, @Nullable String tenantName, @Nullable String userIdAttribute,
		@Nullable List<ScimMapping> mapping, @Nullable Instant createdAt, @Nullable Instant updatedOn,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ScimConfiguration {
		mapping = (mapping != null) ? Collections.unmodifiableList(mapping) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
