// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Name and strategy of a connection that is enabled for an organization.
 *
 * @param name the name of the connection
 * @param strategy the kind of IdP
 * @param unknownFields unknown fields
 */
public record OrganizationConnectionInformation(@Nullable String name, @Nullable ConnectionStrategy strategy,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public OrganizationConnectionInformation {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
