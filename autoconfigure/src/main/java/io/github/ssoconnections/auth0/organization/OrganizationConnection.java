// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Connection that is enabled for an organization.
 *
 * @param connectionId the id of the connection
 * @param assignMembershipOnLogin whether users become members when they sign in
 * @param showAsButton whether the login page of the organization shows a button
 * @param isSignupEnabled whether users can sign up, with a database connection
 * @param connection name and strategy of the connection
 * @param unknownFields unknown fields
 */
public record OrganizationConnection(@Nullable String connectionId, @Nullable Boolean assignMembershipOnLogin,
		@Nullable Boolean showAsButton, @Nullable Boolean isSignupEnabled,
		@Nullable OrganizationConnectionInformation connection,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public OrganizationConnection {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
