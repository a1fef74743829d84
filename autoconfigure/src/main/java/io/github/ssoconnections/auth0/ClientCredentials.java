// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ApiBody;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Client credentials of a token. A change of any component needs a new token.
 *
 * @param baseUrl the address of the tenant
 * @param audience the audience of the token
 * @param clientId the id of the application
 * @param clientSecret the secret of the application
 */
record ClientCredentials(String baseUrl, String audience, String clientId, Secret clientSecret) {

	static ClientCredentials of(Auth0ConnectionDetails details) {
		String clientId = details.getClientId();
		String clientSecret = details.getClientSecret();
		Assert.state(StringUtils.hasText(clientId) && StringUtils.hasText(clientSecret),
				() -> new Account(Auth0Vendor.NAME, details.account())
						+ " needs a token, or a client id with a client secret");
		return new ClientCredentials(addressOf(details), details.getAudience(), clientId, Secret.of(clientSecret));
	}

	static String addressOf(Auth0ConnectionDetails details) {
		return StringUtils.trimTrailingCharacter(details.getBaseUrl(), '/');
	}

	Form toForm() {
		return new Form().set("grant_type", "client_credentials")
			.set("client_id", this.clientId)
			.set("client_secret", this.clientSecret)
			.set("audience", this.audience);
	}

	/**
	 * Form of a request to the token endpoint.
	 */
	static final class Form extends ApiBody<Form> {

	}

}
