// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Mapping of a SCIM attribute to a user field, in requests and responses.
 *
 * @param auth0 the user field
 * @param scim the SCIM attribute
 * @param unknownFields unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScimMapping(@Nullable String auth0, @Nullable String scim,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ScimMapping {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create a mapping.
	 * @param auth0 the user field
	 * @param scim the SCIM attribute
	 * @return the mapping
	 */
	public static ScimMapping of(String auth0, String scim) {
		return new ScimMapping(auth0, scim, UnknownFields.none());
	}

}
