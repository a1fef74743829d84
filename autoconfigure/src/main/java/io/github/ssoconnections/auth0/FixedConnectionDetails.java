// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * {@link Auth0ConnectionDetails} that never change.
 */
final class FixedConnectionDetails implements Auth0ConnectionDetails {

	private final String baseUrl;

	private final @Nullable String audience;

	private final @Nullable String token;

	private final @Nullable String clientId;

	private final @Nullable String clientSecret;

	FixedConnectionDetails(String baseUrl, @Nullable String audience, @Nullable String token, @Nullable String clientId,
			@Nullable String clientSecret) {
		Assert.hasText(baseUrl, "'baseUrl' must not be empty");
		this.baseUrl = baseUrl;
		this.audience = audience;
		this.token = token;
		this.clientId = clientId;
		this.clientSecret = clientSecret;
	}

	@Override
	public String getBaseUrl() {
		return this.baseUrl;
	}

	@Override
	public String getAudience() {
		return (this.audience != null) ? this.audience : Auth0ConnectionDetails.super.getAudience();
	}

	@Override
	public @Nullable String getToken() {
		return this.token;
	}

	@Override
	public @Nullable String getClientId() {
		return this.clientId;
	}

	@Override
	public @Nullable String getClientSecret() {
		return this.clientSecret;
	}

}
