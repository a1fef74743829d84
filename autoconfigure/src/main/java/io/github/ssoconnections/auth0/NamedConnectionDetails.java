// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.jspecify.annotations.Nullable;

/**
 * {@link Auth0ConnectionDetails} with another account, domain or name of the tenant.
 */
final class NamedConnectionDetails implements Auth0ConnectionDetails {

	private final Auth0ConnectionDetails details;

	private final String account;

	private final @Nullable String domain;

	private final @Nullable String tenant;

	NamedConnectionDetails(Auth0ConnectionDetails details, String account, @Nullable String domain,
			@Nullable String tenant) {
		this.details = details;
		this.account = account;
		this.domain = domain;
		this.tenant = tenant;
	}

	@Override
	public String account() {
		return this.account;
	}

	@Override
	public @Nullable String getDomain() {
		return (this.domain != null) ? this.domain : this.details.getDomain();
	}

	@Override
	public @Nullable String getTenant() {
		return (this.tenant != null) ? this.tenant : this.details.getTenant();
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
