// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Secret;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.util.Assert;

/**
 * Where Clerk is and whose account to use. Asked before every request, so that a changed
 * key works at once, without a restart; the methods must not block. Jackson leaves the
 * key out.
 */
public interface ClerkConnectionDetails extends ConnectionDetails {

	/**
	 * Address of Clerk's API.
	 */
	String DEFAULT_BASE_URL = "https://api.clerk.com/v1";

	/**
	 * Return the secret key of the instance.
	 * @return the key, {@code sk_live_…} or {@code sk_test_…}
	 */
	@JsonSerialize(using = Secret.MaskingSerializer.class)
	String getApiKey();

	/**
	 * Return the address of the API.
	 * @return the address, {@code https} except for loopback
	 */
	default String getBaseUrl() {
		return DEFAULT_BASE_URL;
	}

	/**
	 * Return details that never change.
	 * @param apiKey the secret key of the instance
	 * @return the details, with the default address
	 */
	static ClerkConnectionDetails of(String apiKey) {
		return of(apiKey, DEFAULT_BASE_URL);
	}

	/**
	 * Return details that never change.
	 * @param apiKey the secret key of the instance
	 * @param baseUrl the address of the API
	 * @return the details
	 */
	static ClerkConnectionDetails of(String apiKey, String baseUrl) {
		Assert.hasText(apiKey, "'apiKey' must not be empty");
		Assert.hasText(baseUrl, "'baseUrl' must not be empty");
		return new FixedConnectionDetails(apiKey, baseUrl);
	}

}
