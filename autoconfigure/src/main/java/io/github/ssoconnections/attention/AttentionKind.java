// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.attention;

/**
 * Why something needs attention, the most urgent first.
 */
public enum AttentionKind {

	/** The last refresh of an account failed: what is known of it is old, or nothing. */
	ACCOUNT_UNREACHABLE,

	/** All certificates of a connection that may be active have expired. */
	CERTIFICATE_EXPIRED,

	/** The client secret of a connection that may be active has expired. */
	SECRET_EXPIRED,

	/** Several connections compete for the users of a domain. */
	DOMAIN_CONFLICT,

	/** All certificates of a connection that may be active expire soon. */
	CERTIFICATE_EXPIRING,

	/** The client secret of a connection that may be active expires soon. */
	SECRET_EXPIRING,

	/** The newest test run of a connection failed. */
	TEST_FAILED,

	/** A connection was never tested. */
	NEVER_TESTED,

	/** An account was read, but not all of its connections could be. */
	ACCOUNT_INCOMPLETE

}
