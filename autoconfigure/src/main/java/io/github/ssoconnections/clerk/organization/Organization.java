// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * An organization: a customer of the application. A component is {@code null} if it is
 * absent from the response.
 *
 * @param object the kind of the object
 * @param id the id, empty if it is absent from the response
 * @param name the name
 * @param slug the name in URLs, unique within the account
 * @param membersCount the number of members, only if the query includes it
 * @param maxAllowedMemberships the maximum number of members, 0 for no limit
 * @param adminDeleteEnabled whether an administrator of the organization can delete it
 * @param publicMetadata the metadata that clients can read
 * @param privateMetadata the metadata that only the Backend API can read
 * @param createdBy the id of the user who created the organization
 * @param roleSetKey the key of the role set
 * @param createdAt when the organization was created
 * @param updatedAt when the organization was last changed
 * @param unknownFields the unknown fields
 */
public record Organization(@Nullable String object, String id, @Nullable String name, @Nullable String slug,
		@Nullable Integer membersCount, @Nullable Integer maxAllowedMemberships, @Nullable Boolean adminDeleteEnabled,
		@Nullable Map<String, @Nullable Object> publicMetadata, @Nullable Map<String, @Nullable Object> privateMetadata,
		@Nullable String createdBy, @Nullable String roleSetKey, @Nullable Instant createdAt,
		@Nullable Instant updatedAt, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Organization {
		id = (id != null) ? id : "";
		publicMetadata = (publicMetadata != null) ? UnknownFields.of(publicMetadata) : null;
		privateMetadata = (privateMetadata != null) ? UnknownFields.of(privateMetadata) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
