// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.ClerkConnectionDetails;

/**
 * {@link ClerkConnectionDetails} out of {@link ClerkProperties}.
 */
final class PropertiesClerkConnectionDetails implements ClerkConnectionDetails {

	private final String apiKey;

	private final String baseUrl;

	PropertiesClerkConnectionDetails(ClerkProperties properties) {
		this.apiKey = RequiredProperty.clerkKey("sso-connections.clerk.api-key", properties.getApiKey());
		this.baseUrl = RequiredProperty.baseUrl("sso-connections.clerk.base-url", properties.getBaseUrl());
	}

	@Override
	public String getApiKey() {
		return this.apiKey;
	}

	@Override
	public String getBaseUrl() {
		return this.baseUrl;
	}

}
