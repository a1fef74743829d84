// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connection is a requesting application for cross-app access, as Auth0 answers
 * and accepts it.
 *
 * @param active whether it is
 * @param unknownFields fields that this version does not model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CrossAppAccessRequestingApp(@Nullable Boolean active,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public CrossAppAccessRequestingApp {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return whether a connection is one.
	 * @param active whether it is
	 * @return the value
	 */
	public static CrossAppAccessRequestingApp of(boolean active) {
		return new CrossAppAccessRequestingApp(active, UnknownFields.none());
	}

}
