// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;

/**
 * Matches when there is a tenant at Auth0 to use: credentials, or a bean that knows some.
 */
class OnAuth0Condition extends OnAccountCondition {

	OnAuth0Condition() {
		super(new OnCredentials(), Auth0ConnectionDetails.class, Auth0Client.class);
	}

	/**
	 * Matches when a credential has text. Half of what is needed is enough: what is
	 * missing then stops the start.
	 */
	static class OnCredentials extends OnTextCondition {

		OnCredentials() {
			super("Auth0 credentials", "sso-connections.auth0.token", "sso-connections.auth0.client-id",
					"sso-connections.auth0.client-secret");
		}

	}

}
