// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Whether users can sign in with a connection, in requests and responses.
 *
 * @param active whether users can sign in
 * @param unknownFields unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthenticationPurpose(@Nullable Boolean active,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public AuthenticationPurpose {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create a purpose.
	 * @param active whether users can sign in
	 * @return the purpose
	 */
	public static AuthenticationPurpose of(boolean active) {
		return new AuthenticationPurpose(active, UnknownFields.none());
	}

}
