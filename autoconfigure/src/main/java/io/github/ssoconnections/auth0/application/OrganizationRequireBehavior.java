// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * What an application that requires an organization does when none is named. Unknown
 * values are supported.
 *
 * @param value the value in JSON
 */
public record OrganizationRequireBehavior(@JsonValue String value) {

	/**
	 * The request fails. The default of Auth0.
	 */
	public static final OrganizationRequireBehavior NO_PROMPT = new OrganizationRequireBehavior("no_prompt");

	/**
	 * The organization prompt is shown before the login.
	 */
	public static final OrganizationRequireBehavior PRE_LOGIN_PROMPT = new OrganizationRequireBehavior(
			"pre_login_prompt");

	/**
	 * The user selects an organization after the login.
	 */
	public static final OrganizationRequireBehavior POST_LOGIN_PROMPT = new OrganizationRequireBehavior(
			"post_login_prompt");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OrganizationRequireBehavior {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
