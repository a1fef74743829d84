// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.sample.Account;

/**
 * The account that the console shows.
 */
public final class ClerkAccount implements Account, ClerkConnectionDetails {

	private final ClerkConnectionDetails details;

	private final boolean sandbox;

	ClerkAccount(ClerkConnectionDetails details, boolean sandbox) {
		this.details = details;
		this.sandbox = sandbox;
	}

	@Override
	public String getApiKey() {
		return this.details.getApiKey();
	}

	@Override
	public String getBaseUrl() {
		return this.details.getBaseUrl();
	}

	@Override
	public String vendor() {
		return "clerk";
	}

	@Override
	public boolean isSandbox() {
		return this.sandbox;
	}

	@Override
	public boolean isLive() {
		return getApiKey().startsWith("sk_live_");
	}

}
