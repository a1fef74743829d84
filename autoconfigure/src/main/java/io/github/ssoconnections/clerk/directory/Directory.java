// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.clerk.CustomAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A directory, through which an IdP provisions users. A component is {@code null} if it
 * is absent from the response.
 *
 * @param object the kind of the object
 * @param id the id, empty if it is absent from the response
 * @param name the name
 * @param enterpriseConnectionId the id of the enterprise connection
 * @param endpointUrl the base URL of SCIM, for the IdP
 * @param provider the IdP
 * @param enabled whether the directory is enabled
 * @param groupRoleMappingEnabled whether groups are mapped to roles
 * @param attributeMapping the paths in the directory by user attribute
 * @param customAttributes the custom attributes
 * @param apiKey the API key for the IdP, only in the responses to the creation and to a
 * rotation
 * @param createdAt when the directory was created
 * @param updatedAt when the directory was last changed
 * @param unknownFields the unknown fields
 */
public record Directory(@Nullable String object, String id, @Nullable String name,
		@Nullable String enterpriseConnectionId, @Nullable String endpointUrl, @Nullable String provider,
		@Nullable Boolean enabled, @Nullable Boolean groupRoleMappingEnabled,
		@Nullable Map<String, String> attributeMapping, @Nullable List<CustomAttribute> customAttributes,
		@Nullable Secret apiKey, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Directory {
		id = (id != null) ? id : "";
		attributeMapping = (attributeMapping != null) ? Collections.unmodifiableMap(attributeMapping) : null;
		customAttributes = (customAttributes != null) ? Collections.unmodifiableList(customAttributes) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
