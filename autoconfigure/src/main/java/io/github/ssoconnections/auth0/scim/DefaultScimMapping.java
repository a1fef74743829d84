// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Default mapping of a SCIM configuration.
 *
 * @param mapping the SCIM attributes of the user fields
 * @param unknownFields unknown fields
 */
public record DefaultScimMapping(@Nullable List<ScimMapping> mapping,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public DefaultScimMapping {
		mapping = (mapping != null) ? Collections.unmodifiableList(mapping) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
