// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

/**
 * Step of an onboarding.
 */
public enum OnboardingStep {

	/** The organization of the customer exists. */
	ORGANIZATION,

	/** The connection exists; nobody can sign in with it yet. */
	CONNECTION,

	/** The organization prompt knows the domains, as pending (Auth0). */
	DISCOVERY_DOMAINS,

	/** The sheet for the customer's administrator was made. */
	HAND_OVER,

	/** A link was created, with which a person tests the connection. */
	TEST_LINK,

	/** A sign-in has succeeded since the last change of the connection (Clerk). */
	TEST,

	/** Users can sign in. */
	ACTIVATION,

	/** Users can no longer sign in; sessions that exist live on. */
	DEACTIVATION,

	/** The vendor has accepted the deletion of the connection. */
	DELETION

}
