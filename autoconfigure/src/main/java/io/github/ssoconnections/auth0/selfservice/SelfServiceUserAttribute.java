// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * User attribute that a customer's administrator maps, in requests and responses.
 *
 * @param name the name, at most 250 characters
 * @param description the description that the administrator sees
 * @param isOptional whether the mapping may be left out
 * @param unknownFields unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SelfServiceUserAttribute(@Nullable String name, @Nullable String description,
		@Nullable Boolean isOptional, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public SelfServiceUserAttribute {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create an attribute.
	 * @param name the name
	 * @param description the description
	 * @param isOptional whether the mapping may be left out
	 * @return the attribute
	 */
	public static SelfServiceUserAttribute of(String name, String description, boolean isOptional) {
		return new SelfServiceUserAttribute(name, description, isOptional, UnknownFields.none());
	}

}
