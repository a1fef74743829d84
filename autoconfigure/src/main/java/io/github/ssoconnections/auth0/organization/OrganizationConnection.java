// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Connection of an organization. With the generally available endpoint, it is enabled;
 * with that of early access, see {@link #isEnabled()}.
 *
 * @param connectionId the id of the connection
 * @param assignMembershipOnLogin whether users become members when they sign in
 * @param showAsButton whether the login page of the organization shows a button
 * @param isSignupEnabled whether users can sign up, with a database connection
 * @param isEnabled whether the connection is enabled, early access
 * @param organizationConnectionName the name of the connection within the organization,
 * early access
 * @param organizationAccessLevel what administrators of the organization may do with the
 * connection, early access
 * @param connection name and strategy of the connection
 * @param unknownFields unknown fields
 */
public record OrganizationConnection(@Nullable String connectionId, @Nullable Boolean assignMembershipOnLogin,
		@Nullable Boolean showAsButton, @Nullable Boolean isSignupEnabled, @Nullable Boolean isEnabled,
		@Nullable String organizationConnectionName, @Nullable OrganizationAccessLevel organizationAccessLevel,
		@Nullable OrganizationConnectionInformation connection,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public OrganizationConnection {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
