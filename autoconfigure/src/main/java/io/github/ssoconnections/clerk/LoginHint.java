// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Value of the parameter {@code login_hint} of requests to the IdP, in requests and
 * responses.
 *
 * @param mode the kind of value
 * @param source the key of the value in the user's public metadata, for the mode
 * {@link LoginHintMode#CUSTOM_ATTRIBUTE}
 * @param unknownFields the unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginHint(@Nullable LoginHintMode mode, @Nullable String source,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public LoginHint {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create a hint of the given mode.
	 * @param mode the kind of value
	 * @return the hint
	 */
	public static LoginHint of(LoginHintMode mode) {
		return new LoginHint(mode, null, UnknownFields.none());
	}

	/**
	 * Create a hint with a value of the user's public metadata.
	 * @param source the key in the metadata
	 * @return the hint
	 */
	public static LoginHint ofCustomAttribute(String source) {
		return new LoginHint(LoginHintMode.CUSTOM_ATTRIBUTE, source, UnknownFields.none());
	}

}
