// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.log;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Log event of Auth0, with the selected fields only.
 *
 * @param type the code of the event
 * @param description the description
 * @param date the time
 * @param userName the name of the user, which is personal data
 * @param unknownFields unknown fields
 */
public record LogEvent(@Nullable String type, @Nullable String description, @Nullable Instant date,
		@Nullable Secret userName, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public LogEvent {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
