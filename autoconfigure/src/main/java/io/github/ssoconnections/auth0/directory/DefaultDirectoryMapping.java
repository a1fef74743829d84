// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Default mapping of directory provisioning.
 *
 * @param mapping the directory attributes of the user fields
 * @param unknownFields unknown fields
 */
public record DefaultDirectoryMapping(@Nullable List<DirectoryMapping> mapping,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public DefaultDirectoryMapping {
		mapping = (mapping != null) ? Collections.unmodifiableList(mapping) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
