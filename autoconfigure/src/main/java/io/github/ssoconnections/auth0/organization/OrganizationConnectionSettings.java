// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a connection that is enabled for an organization. All fields are optional.
 */
public final class OrganizationConnectionSettings extends ApiBody<OrganizationConnectionSettings> {

	private static final List<String> EARLY_ACCESS = List.of("is_enabled", "organization_connection_name",
			"organization_access_level");

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

	/**
	 * Set whether the connection is enabled for the organization. Early access:
	 * {@code sso-connections.auth0.early-access.organization-connections} must be set.
	 * @param isEnabled whether it is enabled, may be {@code null}
	 * @return this body
	 */
	public OrganizationConnectionSettings isEnabled(@Nullable Boolean isEnabled) {
		return put("is_enabled", isEnabled);
	}

	/**
	 * Set the name of the connection within the organization. Early access, as
	 * {@link #isEnabled}.
	 * @param organizationConnectionName the name, 1 to 50 characters, may be {@code null}
	 * @return this body
	 */
	public OrganizationConnectionSettings organizationConnectionName(@Nullable String organizationConnectionName) {
		Assert.isTrue(
				organizationConnectionName == null
						|| (organizationConnectionName.length() >= 1 && organizationConnectionName.length() <= 50),
				"'organizationConnectionName' must have 1 to 50 characters");
		return put("organization_connection_name", organizationConnectionName);
	}

	/**
	 * Set what administrators of the organization may do with the connection through
	 * Auth0's My Organization API. It is never set by default. With
	 * {@link OrganizationAccessLevel#FULL}, an administrator of the customer can change
	 * the IdP, and so who can sign in. Early access, as {@link #isEnabled}.
	 * @param organizationAccessLevel the access level, may be {@code null}
	 * @return this body
	 */
	public OrganizationConnectionSettings organizationAccessLevel(
			@Nullable OrganizationAccessLevel organizationAccessLevel) {
		return put("organization_access_level", organizationAccessLevel);
	}

	/**
	 * Reject fields that only the endpoint of early access has.
	 * @param property the property that selects the endpoint
	 */
	void rejectEarlyAccess(String property) {
		EARLY_ACCESS.stream().filter(fields()::containsKey).findFirst().ifPresent((field) -> {
			throw new InvalidArgumentException("'" + field + "' is early access: set the property '" + property + "'");
		});
	}

	OrganizationConnectionSettings with(String field, Object value) {
		OrganizationConnectionSettings body = new OrganizationConnectionSettings().set(field, value);
		fields().forEach(body::set);
		return body;
	}

}
