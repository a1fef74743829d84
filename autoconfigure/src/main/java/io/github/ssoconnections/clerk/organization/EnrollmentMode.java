// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * How users with an e-mail address of a domain join the organization. Unknown values are
 * supported.
 *
 * @param value the value in JSON
 */
public record EnrollmentMode(@JsonValue String value) {

	/**
	 * A member has to invite them.
	 */
	public static final EnrollmentMode MANUAL_INVITATION = new EnrollmentMode("manual_invitation");

	/**
	 * They are invited when they sign up.
	 */
	public static final EnrollmentMode AUTOMATIC_INVITATION = new EnrollmentMode("automatic_invitation");

	/**
	 * The organization is suggested to them when they sign up.
	 */
	public static final EnrollmentMode AUTOMATIC_SUGGESTION = new EnrollmentMode("automatic_suggestion");

	/**
	 * They join when they sign in through an enterprise connection.
	 */
	public static final EnrollmentMode ENTERPRISE_SSO = new EnrollmentMode("enterprise_sso");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public EnrollmentMode {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
