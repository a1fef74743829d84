// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * How an application uses organizations. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record OrganizationUsage(@JsonValue String value) {

	/**
	 * Users cannot sign in to an organization. The default of Auth0.
	 */
	public static final OrganizationUsage DENY = new OrganizationUsage("deny");

	/**
	 * Users can sign in to an organization, or without one.
	 */
	public static final OrganizationUsage ALLOW = new OrganizationUsage("allow");

	/**
	 * Users must sign in to an organization.
	 */
	public static final OrganizationUsage REQUIRE = new OrganizationUsage("require");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OrganizationUsage {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
