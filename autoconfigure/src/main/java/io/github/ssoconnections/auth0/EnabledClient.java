// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * An application that uses a connection.
 *
 * @param clientId the id of the application
 * @param unknownFields unknown fields
 */
public record EnabledClient(@Nullable String clientId,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public EnabledClient {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
