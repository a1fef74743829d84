// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Mapping of a directory attribute to a user field, in requests and responses.
 *
 * @param auth0 the user field
 * @param idp the attribute of the directory
 * @param unknownFields unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DirectoryMapping(@Nullable String auth0, @Nullable String idp,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public DirectoryMapping {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create a mapping.
	 * @param auth0 the user field
	 * @param idp the attribute of the directory
	 * @return the mapping
	 */
	public static DirectoryMapping of(String auth0, String idp) {
		return new DirectoryMapping(auth0, idp, UnknownFields.none());
	}

}
