// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * A domain to be added to an organization. It is sent as not verified
 * ({@code "verified":false}), unlike Clerk's default: see
 * {@link ClerkOrganizationDomains#markVerified}.
 */
public final class NewOrganizationDomain extends ApiBody<NewOrganizationDomain> {

	private static final String VERIFIED = "verified";

	/**
	 * Create a body for a domain that is not verified.
	 */
	public NewOrganizationDomain() {
		put(VERIFIED, false);
	}

	/**
	 * Set the domain.
	 * @param name the domain, such as {@code acme.com}, may be {@code null}
	 * @return this body
	 */
	public NewOrganizationDomain name(@Nullable String name) {
		return put("name", name);
	}

	/**
	 * Set how users of the domain join the organization.
	 * @param enrollmentMode the mode, may be {@code null}
	 * @return this body
	 */
	public NewOrganizationDomain enrollmentMode(@Nullable EnrollmentMode enrollmentMode) {
		return put("enrollment_mode", enrollmentMode);
	}

	/**
	 * Set an additional field.
	 * @param field the wire name, not {@code verified}
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	@Override
	public NewOrganizationDomain set(String field, @Nullable Object value) {
		Assert.isTrue(!VERIFIED.equals(field), "'field' must not be 'verified': use markVerified");
		return super.set(field, value);
	}

}
