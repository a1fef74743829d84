// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.test.SandboxCredentials;

/**
 * An account at the sandbox's Auth0. It has a token, so that the first test of a context
 * sends the same requests as those after it.
 */
final class SandboxAuth0ConnectionDetails implements Auth0ConnectionDetails {

	private final Sandbox sandbox;

	private final String account;

	SandboxAuth0ConnectionDetails(Sandbox sandbox, String account) {
		this.sandbox = sandbox;
		this.account = account;
	}

	@Override
	public String getBaseUrl() {
		return this.sandbox.auth0().baseUrl();
	}

	@Override
	public String getAudience() {
		return this.sandbox.auth0().audience();
	}

	@Override
	public String getTenant() {
		return this.sandbox.auth0().tenant();
	}

	@Override
	public String getToken() {
		return SandboxCredentials.auth0Token(this.account);
	}

	@Override
	public String account() {
		return this.account;
	}

}
