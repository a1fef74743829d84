// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to the IdP as {@code login_hint} on sign-in, as Clerk answers and accepts
 * it.
 *
 * @param mode what is sent
 * @param source the key in the user's public metadata whose value is sent when the mode
 * is {@link LoginHintMode#CUSTOM_ATTRIBUTE}
 * @param unknownFields fields that this version does not model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginHint(@Nullable LoginHintMode mode, @Nullable String source,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public LoginHint {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return a hint of the given mode.
	 * @param mode what is sent
	 * @return the hint
	 */
	public static LoginHint of(LoginHintMode mode) {
		return new LoginHint(mode, null, UnknownFields.none());
	}

	/**
	 * Return a hint whose value comes from the user's public metadata.
	 * @param source the key in the metadata
	 * @return the hint
	 */
	public static LoginHint ofCustomAttribute(String source) {
		return new LoginHint(LoginHintMode.CUSTOM_ATTRIBUTE, source, UnknownFields.none());
	}

}
