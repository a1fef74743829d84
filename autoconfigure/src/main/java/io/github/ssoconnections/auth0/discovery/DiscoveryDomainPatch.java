// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Update of a discovery domain. The status is not part of it: see
 * {@link Auth0DiscoveryDomains#markVerified}.
 */
public final class DiscoveryDomainPatch extends ApiBody<DiscoveryDomainPatch> {

	static final String STATUS = "status";

	static final String USE = "use_for_organization_discovery";

	static void rejectStatus(String field) {
		Assert.isTrue(!STATUS.equals(field), "'field' must not be 'status': use markVerified or markPending");
	}

	static DiscoveryDomainPatch of(DiscoveryDomainStatus status) {
		return new DiscoveryDomainPatch().put(STATUS, status);
	}

	/**
	 * Set whether the organization prompt uses the domain.
	 * @param useForOrganizationDiscovery whether it is used, may be {@code null}
	 * @return this body
	 */
	public DiscoveryDomainPatch useForOrganizationDiscovery(@Nullable Boolean useForOrganizationDiscovery) {
		return put(USE, useForOrganizationDiscovery);
	}

	/**
	 * Set an additional field.
	 * @param field the wire name, not {@code status}
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	@Override
	public DiscoveryDomainPatch set(String field, @Nullable Object value) {
		rejectStatus(field);
		return super.set(field, value);
	}

}
