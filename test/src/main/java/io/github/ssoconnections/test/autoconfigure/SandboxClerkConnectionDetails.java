// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.test.SandboxCredentials;

/**
 * An account at the sandbox's Clerk.
 */
final class SandboxClerkConnectionDetails implements ClerkConnectionDetails {

	private final Sandbox sandbox;

	private final String account;

	SandboxClerkConnectionDetails(Sandbox sandbox, String account) {
		this.sandbox = sandbox;
		this.account = account;
	}

	@Override
	public String getApiKey() {
		return SandboxCredentials.clerkApiKey(this.account);
	}

	@Override
	public String getBaseUrl() {
		return this.sandbox.clerkBaseUrl();
	}

	@Override
	public String account() {
		return this.account;
	}

}
