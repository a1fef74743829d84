// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Secret;

/**
 * {@link ClerkConnectionDetails} with fixed values.
 */
final class FixedConnectionDetails implements ClerkConnectionDetails {

	private final Secret apiKey;

	private final String baseUrl;

	FixedConnectionDetails(String apiKey, String baseUrl) {
		this.apiKey = Secret.of(apiKey);
		this.baseUrl = baseUrl;
	}

	@Override
	public String getApiKey() {
		return this.apiKey.value();
	}

	@Override
	public String getBaseUrl() {
		return this.baseUrl;
	}

}
