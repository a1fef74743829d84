// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * What administrators of an organization may do with a connection through Auth0's My
 * Organization API. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record OrganizationAccessLevel(@JsonValue String value) {

	/**
	 * They do not see the connection.
	 */
	public static final OrganizationAccessLevel NONE = new OrganizationAccessLevel("none");

	/**
	 * They see the connection.
	 */
	public static final OrganizationAccessLevel READONLY = new OrganizationAccessLevel("readonly");

	/**
	 * They may change a part of the connection.
	 */
	public static final OrganizationAccessLevel LIMITED = new OrganizationAccessLevel("limited");

	/**
	 * They may change the connection, its IdP included, and so decide who can sign in.
	 */
	public static final OrganizationAccessLevel FULL = new OrganizationAccessLevel("full");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OrganizationAccessLevel {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
