// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

/**
 * Why a connection is a candidate for a domain.
 */
public enum MatchReason {

	/** The domain is one of the connection's domains. */
	DOMAIN,

	/**
	 * The domain is that of the connection's tenant at the IdP, and not one of its other
	 * domains (Auth0). Auth0's home realm discovery does not document this domain.
	 */
	TENANT_DOMAIN,

	/**
	 * The domain is a subdomain of one of the connection's domains, and the connection
	 * includes subdomains (Clerk).
	 */
	SUBDOMAIN

}
