// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Domains that the holder of a ticket verifies in DNS. Verification is
 * {@link DomainVerification#REQUIRED required} by default, unlike Auth0's default
 * {@code none}, with which nothing is verified.
 */
public final class TicketDomains extends ApiBody<TicketDomains> {

	private static final int MAX_DOMAIN = 255;

	/**
	 * Create domains of which one has to be verified.
	 */
	public TicketDomains() {
		put("domain_verification", DomainVerification.REQUIRED);
	}

	/**
	 * Set whether a domain has to be verified.
	 * @param verification the verification
	 * @return this body
	 */
	public TicketDomains verification(DomainVerification verification) {
		Assert.notNull(verification, "'verification' must not be null");
		return put("domain_verification", verification);
	}

	/**
	 * Set the domains that are to be verified. Auth0 limits their number.
	 * @param pendingDomains the domains, each 1 to 255 characters, may be {@code null}
	 * @return this body
	 */
	public TicketDomains pendingDomains(@Nullable List<String> pendingDomains) {
		Assert.isTrue(
				pendingDomains == null || pendingDomains.stream()
					.allMatch((domain) -> !domain.isEmpty() && domain.length() <= MAX_DOMAIN),
				"'pendingDomains' must be 1 to 255 characters each");
		return put("pending_domains", pendingDomains);
	}

}
