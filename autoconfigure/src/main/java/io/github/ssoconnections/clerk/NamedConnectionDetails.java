// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

/**
 * {@link ClerkConnectionDetails} of an account with a name.
 */
final class NamedConnectionDetails implements ClerkConnectionDetails {

	private final ClerkConnectionDetails details;

	private final String account;

	NamedConnectionDetails(ClerkConnectionDetails details, String account) {
		this.details = details;
		this.account = account;
	}

	@Override
	public String account() {
		return this.account;
	}

	@Override
	public String getApiKey() {
		return this.details.getApiKey();
	}

	@Override
	public String getBaseUrl() {
		return this.details.getBaseUrl();
	}

}
