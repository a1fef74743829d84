// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * A requested synchronization of a directory.
 *
 * @param connectionId the id of the connection
 * @param synchronizationId the id of the synchronization
 * @param status the status
 * @param unknownFields unknown fields
 */
public record DirectorySynchronization(@Nullable String connectionId, @Nullable String synchronizationId,
		@Nullable String status, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public DirectorySynchronization {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
