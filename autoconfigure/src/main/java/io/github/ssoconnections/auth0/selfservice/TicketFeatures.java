// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Parts of an existing connection that the holder of a ticket can change.
 */
public final class TicketFeatures extends ApiBody<TicketFeatures> {

	/**
	 * Set whether the holder can change the sign-in.
	 * @param sso whether it is possible, may be {@code null}
	 * @return this body
	 */
	public TicketFeatures sso(@Nullable Boolean sso) {
		return put("sso", sso);
	}

	/**
	 * Set whether the holder can verify domains.
	 * @param domainVerification whether it is possible, may be {@code null}
	 * @return this body
	 */
	public TicketFeatures domainVerification(@Nullable Boolean domainVerification) {
		return put("domain_verification", domainVerification);
	}

	/**
	 * Set whether the holder can set up provisioning.
	 * @param provisioning whether it is possible, may be {@code null}
	 * @return this body
	 */
	public TicketFeatures provisioning(@Nullable Boolean provisioning) {
		return put("provisioning", provisioning);
	}

}
