// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * How an IdP provisions users of a connection over SCIM.
 *
 * @param connectionId the id of the connection
 * @param connectionName the name of the connection
 * @param strategy the kind of IdP
 * @param tenantName the name of the tenant
 * @param userIdAttribute the SCIM attribute that makes the id of the user
 * @param mapping which SCIM attribute fills which field of the user
 * @param createdAt when it was created
 * @param updatedOn when it was last changed
 * @param unknownFields fields that this version does not model
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
