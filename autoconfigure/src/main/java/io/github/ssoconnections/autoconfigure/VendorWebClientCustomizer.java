// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.account.Account;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Callback to customize the {@link WebClient} that calls a vendor, including its token
 * endpoint, such as to add a filter. Applied in order, after all other customizers. A
 * connector that is set here is ignored.
 */
@FunctionalInterface
public interface VendorWebClientCustomizer {

	/**
	 * Customize the builder.
	 * @param vendor the name of the vendor, {@code clerk} or {@code auth0}
	 * @param builder the builder of the client that calls the vendor
	 */
	void customize(String vendor, WebClient.Builder builder);

	/**
	 * Customize the builder of an account. Customizes that of the vendor by default.
	 * @param account the account
	 * @param builder the builder of the client that calls the vendor
	 */
	default void customize(Account account, WebClient.Builder builder) {
		customize(account.vendor(), builder);
	}

}
