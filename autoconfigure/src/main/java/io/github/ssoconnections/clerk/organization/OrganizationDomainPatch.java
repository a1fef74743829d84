// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * An update of a domain of an organization. Whether the domain is verified is not part of
 * it: see {@link ClerkOrganizationDomains#markVerified}.
 */
public final class OrganizationDomainPatch extends ApiBody<OrganizationDomainPatch> {

	/**
	 * Set how users of the domain join the organization.
	 * @param enrollmentMode the mode, may be {@code null}
	 * @return this body
	 */
	public OrganizationDomainPatch enrollmentMode(@Nullable EnrollmentMode enrollmentMode) {
		return put("enrollment_mode", enrollmentMode);
	}

	static OrganizationDomainPatch verified(boolean verified) {
		return new OrganizationDomainPatch().put("verified", verified);
	}

	/**
	 * Set an additional field.
	 * @param field the wire name, not {@code verified}
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	@Override
	public OrganizationDomainPatch set(String field, @Nullable Object value) {
		Assert.isTrue(!"verified".equals(field), "'field' must not be 'verified': use markVerified");
		return super.set(field, value);
	}

}
