// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connection is a requesting application for cross-app access, in requests and
 * responses.
 *
 * @param active whether it is a requesting application
 * @param unknownFields unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CrossAppAccessRequestingApp(@Nullable Boolean active,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public CrossAppAccessRequestingApp {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create a value.
	 * @param active whether it is a requesting application
	 * @return the value
	 */
	public static CrossAppAccessRequestingApp of(boolean active) {
		return new CrossAppAccessRequestingApp(active, UnknownFields.none());
	}

}
