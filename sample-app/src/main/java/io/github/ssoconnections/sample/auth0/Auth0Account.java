// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.sample.Account;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that the console shows.
 */
public final class Auth0Account implements Account, Auth0ConnectionDetails {

	private final Auth0ConnectionDetails details;

	private final boolean sandbox;

	Auth0Account(Auth0ConnectionDetails details, boolean sandbox) {
		this.details = details;
		this.sandbox = sandbox;
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
	public @Nullable String getDomain() {
		return this.details.getDomain();
	}

	@Override
	public @Nullable String getTenant() {
		return this.details.getTenant();
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

	@Override
	public String vendor() {
		return "auth0";
	}

	@Override
	public boolean isSandbox() {
		return this.sandbox;
	}

	@Override
	public boolean isLive() {
		return !this.sandbox;
	}

}
