// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.util.Assert;

/**
 * Address of the API and credentials of an account at Clerk. The methods are called for
 * every request, so that a rotated key takes effect without a restart, and must not
 * block. Jackson masks the key.
 */
public interface ClerkConnectionDetails extends ConnectionDetails {

	/**
	 * Address of Clerk's API.
	 */
	String DEFAULT_BASE_URL = "https://api.clerk.com/v1";

	/**
	 * Return the name of the account that the details belong to.
	 * @return the name, {@value Account#DEFAULT} for the account without a name; always
	 * the same
	 */
	default String account() {
		return Account.DEFAULT;
	}

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
	 * Return these details as those of an account with a name.
	 * @param account the name, 1 to 40 characters a-z, 0-9 and '-'
	 * @return the details, which call these for every request
	 */
	default ClerkConnectionDetails withAccount(String account) {
		Assert.isTrue(Account.isName(account), "'account' must consist of 1 to 40 characters a-z, 0-9 and '-'");
		return new NamedConnectionDetails(this, account);
	}

	/**
	 * Create details with fixed values.
	 * @param apiKey the secret key of the instance
	 * @return the details, with the default address
	 */
	static ClerkConnectionDetails of(String apiKey) {
		return of(apiKey, DEFAULT_BASE_URL);
	}

	/**
	 * Create details with fixed values.
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
