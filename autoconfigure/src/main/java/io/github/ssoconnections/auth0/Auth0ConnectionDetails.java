// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.util.Assert;

/**
 * Address and credentials of a tenant at Auth0: a token of the Management API, or client
 * credentials. Read before every request, so that a changed secret takes effect without a
 * restart; the methods must not block. Jackson masks the token and the client secret.
 */
public interface Auth0ConnectionDetails extends ConnectionDetails {

	/**
	 * Return the name of the account that the details belong to.
	 * @return the name, {@value Account#DEFAULT} for the account without a name; always
	 * the same
	 */
	default String account() {
		return Account.DEFAULT;
	}

	/**
	 * Return the address of the tenant. The Management API is expected under
	 * {@code /api/v2}, the token endpoint at {@code /oauth/token}.
	 * @return the address, such as {@code https://acme.eu.auth0.com}; {@code https}
	 * except for loopback
	 */
	String getBaseUrl();

	/**
	 * Return the audience of the tokens. With a custom domain, it is still that of the
	 * tenant.
	 * @return the audience, by default the address followed by {@code /api/v2/}
	 */
	default String getAudience() {
		String baseUrl = getBaseUrl();
		return baseUrl + (baseUrl.endsWith("/") ? "api/v2/" : "/api/v2/");
	}

	/**
	 * Return the domain on which users sign in, where it is another one than that of the
	 * address, such as behind a gateway.
	 * @return the tenant's own domain or a custom one, such as {@code login.acme.com};
	 * {@code null} if users sign in at the address
	 * @see Auth0ServiceProvider
	 */
	default @Nullable String getDomain() {
		return null;
	}

	/**
	 * Return the name of the tenant, which is part of values for IdPs and of no custom
	 * domain.
	 * @return the name, such as {@code acme} for {@code acme.eu.auth0.com}; {@code null}
	 * to take it from the domain, the address or the audience
	 * @see Auth0ServiceProvider
	 */
	default @Nullable String getTenant() {
		return null;
	}

	/**
	 * Return a token of the Management API. It is not refreshed.
	 * @return the token, or {@code null} to use the client credentials
	 */
	@JsonSerialize(using = Secret.MaskingSerializer.class)
	default @Nullable String getToken() {
		return null;
	}

	/**
	 * Return the client id of the application that requests tokens.
	 * @return the client id, {@code null} if there is a token
	 */
	default @Nullable String getClientId() {
		return null;
	}

	/**
	 * Return the client secret of the application that requests tokens.
	 * @return the client secret, {@code null} if there is a token
	 */
	@JsonSerialize(using = Secret.MaskingSerializer.class)
	default @Nullable String getClientSecret() {
		return null;
	}

	/**
	 * Return these details as those of an account with a name.
	 * @param account the name, 1 to 40 characters a-z, 0-9 and '-'
	 * @return the details, which call these for every request
	 */
	default Auth0ConnectionDetails withAccount(String account) {
		Assert.isTrue(Account.isName(account), "'account' must consist of 1 to 40 characters a-z, 0-9 and '-'");
		return new NamedConnectionDetails(this, account, null, null);
	}

	/**
	 * Return these details with the domain on which users sign in.
	 * @param domain the domain, without scheme and path
	 * @return the details, which call these for every request
	 */
	default Auth0ConnectionDetails withDomain(String domain) {
		Assert.hasText(domain, "'domain' must not be empty");
		return new NamedConnectionDetails(this, account(), domain, null);
	}

	/**
	 * Return these details with the name of the tenant.
	 * @param tenant the name, such as {@code acme} for {@code acme.eu.auth0.com}
	 * @return the details, which call these for every request
	 */
	default Auth0ConnectionDetails withTenant(String tenant) {
		Assert.hasText(tenant, "'tenant' must not be empty");
		return new NamedConnectionDetails(this, account(), null, tenant);
	}

	/**
	 * Create fixed details with a token.
	 * @param baseUrl the address of the tenant
	 * @param token the token
	 * @return the details
	 */
	static Auth0ConnectionDetails ofToken(String baseUrl, String token) {
		return ofToken(baseUrl, null, token);
	}

	/**
	 * Create fixed details with a token.
	 * @param baseUrl the address of the tenant
	 * @param audience the audience, or {@code null} for the default
	 * @param token the token
	 * @return the details
	 */
	static Auth0ConnectionDetails ofToken(String baseUrl, @Nullable String audience, String token) {
		Assert.hasText(token, "'token' must not be empty");
		return new FixedConnectionDetails(baseUrl, audience, token, null, null);
	}

	/**
	 * Create fixed details with client credentials.
	 * @param baseUrl the address of the tenant
	 * @param clientId the client id of the application
	 * @param clientSecret the client secret of the application
	 * @return the details, with the default audience
	 */
	static Auth0ConnectionDetails ofClientCredentials(String baseUrl, String clientId, String clientSecret) {
		return ofClientCredentials(baseUrl, null, clientId, clientSecret);
	}

	/**
	 * Create fixed details with client credentials.
	 * @param baseUrl the address of the tenant
	 * @param audience the audience, or {@code null} for the default
	 * @param clientId the client id of the application
	 * @param clientSecret the client secret of the application
	 * @return the details
	 */
	static Auth0ConnectionDetails ofClientCredentials(String baseUrl, @Nullable String audience, String clientId,
			String clientSecret) {
		Assert.hasText(clientId, "'clientId' must not be empty");
		Assert.hasText(clientSecret, "'clientSecret' must not be empty");
		return new FixedConnectionDetails(baseUrl, audience, null, clientId, clientSecret);
	}

}
