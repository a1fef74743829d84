// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connection is a resource application for cross-app access, in requests and
 * responses. Newer than the vendor's document.
 *
 * @param status {@code enabled} or {@code disabled}
 * @param unknownFields unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CrossAppAccessResourceApp(@Nullable String status,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public CrossAppAccessResourceApp {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create a value.
	 * @param enabled whether it is a resource application
	 * @return the value
	 */
	public static CrossAppAccessResourceApp of(boolean enabled) {
		return new CrossAppAccessResourceApp(enabled ? "enabled" : "disabled", UnknownFields.none());
	}

}
