// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * How users find their organization in the organization prompt. Unknown values are
 * supported.
 *
 * @param value the value in JSON
 */
public record OrganizationDiscoveryMethod(@JsonValue String value) {

	/**
	 * By the domain of their e-mail address, which must be a verified discovery domain.
	 */
	public static final OrganizationDiscoveryMethod EMAIL = new OrganizationDiscoveryMethod("email");

	/**
	 * By the name of the organization.
	 */
	public static final OrganizationDiscoveryMethod ORGANIZATION_NAME = new OrganizationDiscoveryMethod(
			"organization_name");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OrganizationDiscoveryMethod {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
