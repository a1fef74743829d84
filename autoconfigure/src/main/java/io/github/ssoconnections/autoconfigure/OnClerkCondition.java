// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;

/**
 * Matches when there is an account at Clerk to use: a key, or a bean that knows one.
 */
class OnClerkCondition extends OnAccountCondition {

	OnClerkCondition() {
		super(new OnKey(), ClerkConnectionDetails.class, ClerkClient.class);
	}

	/**
	 * Matches when the key has text.
	 */
	static class OnKey extends OnTextCondition {

		OnKey() {
			super("Clerk key", "sso-connections.clerk.api-key");
		}

	}

}
