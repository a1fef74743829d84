// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Organization that the connection of a ticket is enabled for. The id is required.
 */
public final class TicketOrganization extends ApiBody<TicketOrganization> {

	/**
	 * Set the organization.
	 * @param organizationId the id of the organization, may be {@code null}
	 * @return this body
	 */
	public TicketOrganization organizationId(@Nullable String organizationId) {
		return put("organization_id", organizationId);
	}

	/**
	 * Set whether a user becomes a member of the organization at the first sign-in.
	 * @param assignMembershipOnLogin whether a user does, {@code null} for Auth0's
	 * default, with which nobody who is not a member can sign in
	 * @return this body
	 */
	public TicketOrganization assignMembershipOnLogin(@Nullable Boolean assignMembershipOnLogin) {
		return put("assign_membership_on_login", assignMembershipOnLogin);
	}

	/**
	 * Set whether the login page of the organization shows a button for the connection.
	 * @param showAsButton whether it does, may be {@code null}
	 * @return this body
	 */
	public TicketOrganization showAsButton(@Nullable Boolean showAsButton) {
		return put("show_as_button", showAsButton);
	}

}
