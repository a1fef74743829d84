// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Response to the creation of a ticket: the URL, and nothing else.
 *
 * @param ticket the URL, which is a secret: it permits the setup of the connection
 * @param unknownFields unknown fields
 */
public record SelfServiceTicketLink(@Nullable Secret ticket,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public SelfServiceTicketLink {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
