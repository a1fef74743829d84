// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Mapping of a group of a directory to a role of the organization. A component is
 * {@code null} if it is absent from the response.
 *
 * @param object the kind of the object
 * @param id the id, empty if it is absent from the response
 * @param directoryId the id of the directory
 * @param directoryGroupId the id of the group at the IdP
 * @param directoryGroupDisplayName the display name of the group
 * @param role the role of the members of the group
 * @param precedence the precedence, from 1; the lowest one counts for a member of several
 * groups
 * @param createdAt when the mapping was created
 * @param updatedAt when the mapping was last changed
 * @param unknownFields the unknown fields, with the former names that begin with
 * {@code scim_}
 */
public record GroupRoleMapping(@Nullable String object, String id, @Nullable String directoryId,
		@Nullable String directoryGroupId, @Nullable String directoryGroupDisplayName, @Nullable Role role,
		@Nullable Integer precedence, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public GroupRoleMapping {
		id = (id != null) ? id : "";
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * A role of an organization.
	 *
	 * @param id the id
	 * @param name the name
	 * @param key the key, such as {@code org:admin}
	 * @param unknownFields the unknown fields, with the permissions
	 */
	public record Role(@Nullable String id, @Nullable String name, @Nullable String key,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Role {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

}
