// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.jspecify.annotations.Nullable;

/**
 * {@link Auth0ConnectionDetails} of an account with a name.
 */
final class NamedConnectionDetails implements Auth0ConnectionDetails {

	private final Auth0ConnectionDetails details;

	private final String account;

	NamedConnectionDetails(Auth0ConnectionDetails details, String account) {
		this.details = details;
		this.account = account;
	}

	@Override
	public String account() {
		return this.account;
	}

	@Override
	public String getBaseUrl() {
		return this.details.getBaseUrl();
	}

	@Override
	public String getAudience() {
		return this.details.getAudience();
	}

	@Override
	public @Nullable String getToken() {
		return this.details.getToken();
	}

	@Override
	public @Nullable String getClientId() {
		return this.details.getClientId();
	}

	@Override
	public @Nullable String getClientSecret() {
		return this.details.getClientSecret();
	}

}
