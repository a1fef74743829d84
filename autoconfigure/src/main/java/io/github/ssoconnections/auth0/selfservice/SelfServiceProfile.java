// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Self-service profile: what the assistant shows to a customer's administrator.
 *
 * @param id the id, such as {@code ssp_n7SNCL8seoyV1TuSTCnAeo}
 * @param name the name
 * @param description the description
 * @param userAttributes the attributes that the administrator maps
 * @param allowedStrategies the strategies that the administrator may choose from, such as
 * {@code okta-samlp}
 * @param branding the logo and the color of the assistant
 * @param userAttributeProfileId the id of the user attribute profile
 * @param createdAt the time of the creation
 * @param updatedAt the time of the last update
 * @param unknownFields unknown fields
 */
public record SelfServiceProfile(@Nullable String id, @Nullable String name, @Nullable String description,
		@Nullable List<SelfServiceUserAttribute> userAttributes, @Nullable List<String> allowedStrategies,
		@Nullable Map<String, @Nullable Object> branding, @Nullable String userAttributeProfileId,
		@Nullable Instant createdAt, @Nullable Instant updatedAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public SelfServiceProfile {
		userAttributes = (userAttributes != null) ? Collections.unmodifiableList(userAttributes) : null;
		allowedStrategies = (allowedStrategies != null) ? Collections.unmodifiableList(allowedStrategies) : null;
		branding = (branding != null) ? Collections.<String, @Nullable Object>unmodifiableMap(branding) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
