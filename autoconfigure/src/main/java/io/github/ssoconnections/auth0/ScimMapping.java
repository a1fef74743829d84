// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * A SCIM attribute and the field of the user that it fills, as Auth0 answers and accepts
 * it.
 *
 * @param auth0 the field of the user
 * @param scim the SCIM attribute
 * @param unknownFields fields that this version does not model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScimMapping(@Nullable String auth0, @Nullable String scim,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ScimMapping {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return a mapping.
	 * @param auth0 the field of the user
	 * @param scim the SCIM attribute
	 * @return the mapping
	 */
	public static ScimMapping of(String auth0, String scim) {
		return new ScimMapping(auth0, scim, UnknownFields.none());
	}

}
