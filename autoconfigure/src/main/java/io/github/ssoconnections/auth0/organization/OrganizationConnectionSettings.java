// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a connection that is enabled for an organization. All fields are optional.
 */
public final class OrganizationConnectionSettings extends ApiBody<OrganizationConnectionSettings> {

	/**
	 * Set whether users become members of the organization when they sign in. Without it,
	 * only users who are members already can sign in.
	 * @param assignMembershipOnLogin whether membership is assigned; {@code false} at
	 * Auth0 if not set, may be {@code null}
	 * @return this body
	 */
	public OrganizationConnectionSettings assignMembershipOnLogin(@Nullable Boolean assignMembershipOnLogin) {
		return put("assign_membership_on_login", assignMembershipOnLogin);
	}

	/**
	 * Set whether the login page of the organization shows a button.
	 * @param showAsButton whether there is a button, may be {@code null}
	 * @return this body
	 */
	public OrganizationConnectionSettings showAsButton(@Nullable Boolean showAsButton) {
		return put("show_as_button", showAsButton);
	}

	OrganizationConnectionSettings of(String connectionId) {
		OrganizationConnectionSettings body = new OrganizationConnectionSettings().set("connection_id", connectionId);
		fields().forEach(body::set);
		return body;
	}

}
