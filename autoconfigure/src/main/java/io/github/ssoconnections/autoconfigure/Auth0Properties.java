// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.Assert;

/**
 * Properties of a tenant at Auth0.
 */
@ConfigurationProperties("sso-connections.auth0")
public class Auth0Properties extends VendorProperties {

	/**
	 * Domain of the tenant such as 'acme.eu.auth0.com', or a custom domain of it. No
	 * scheme and no path.
	 */
	private @Nullable String domain;

	/**
	 * Address of the tenant. Must start with 'https://', except for loopback addresses.
	 * Defaults to 'https://' and the domain.
	 */
	private @Nullable String baseUrl;

	/**
	 * Audience of the tokens. With a custom domain, it is still that of the tenant.
	 * Defaults to 'https://', the domain and '/api/v2/'.
	 */
	private @Nullable String audience;

	/**
	 * Name of the tenant, such as 'acme' for 'acme.eu.auth0.com', for values that IdPs
	 * need. Defaults to that of the domain or of the audience; required for these values
	 * with a custom domain and no audience.
	 */
	private @Nullable String tenant;

	/**
	 * Token of the Management API. It is not refreshed. Nothing is configured while
	 * token, client id and client secret are blank, unless there is an
	 * Auth0ConnectionDetails bean.
	 */
	private @Nullable String token;

	/**
	 * Client id of the application that requests tokens, in place of a token.
	 */
	private @Nullable String clientId;

	/**
	 * Client secret of the application that requests tokens.
	 */
	private @Nullable String clientSecret;

	/**
	 * Page size of 'listAll', 1 to 100.
	 */
	private int pageSize = 100;

	private final EarlyAccess earlyAccess = new EarlyAccess();

	@NestedConfigurationProperty
	private final Auth0EventProperties events = new Auth0EventProperties();

	/**
	 * Further accounts by name. The name is the qualifier of the account's beans: 1 to 40
	 * characters a-z, 0-9 and '-', not 'default'. Keys are those of
	 * 'sso-connections.auth0.*', whose values are the defaults, credentials and addresses
	 * excepted.
	 */
	private final Map<String, Auth0Properties> accounts = new LinkedHashMap<>();

	public Auth0Properties() {
		// Auth0 counts by the second
		super(RateLimitProperties.withPeriod(Duration.ofSeconds(1)));
	}

	public @Nullable String getDomain() {
		return this.domain;
	}

	public void setDomain(@Nullable String domain) {
		this.domain = domain;
	}

	public @Nullable String getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(@Nullable String baseUrl) {
		this.baseUrl = baseUrl;
	}

	public @Nullable String getAudience() {
		return this.audience;
	}

	public void setAudience(@Nullable String audience) {
		this.audience = audience;
	}

	public @Nullable String getTenant() {
		return this.tenant;
	}

	public void setTenant(@Nullable String tenant) {
		this.tenant = tenant;
	}

	@JsonSerialize(using = Secret.MaskingSerializer.class)
	public @Nullable String getToken() {
		return this.token;
	}

	public void setToken(@Nullable String token) {
		this.token = token;
	}

	public @Nullable String getClientId() {
		return this.clientId;
	}

	public void setClientId(@Nullable String clientId) {
		this.clientId = clientId;
	}

	@JsonSerialize(using = Secret.MaskingSerializer.class)
	public @Nullable String getClientSecret() {
		return this.clientSecret;
	}

	public void setClientSecret(@Nullable String clientSecret) {
		this.clientSecret = clientSecret;
	}

	public int getPageSize() {
		return this.pageSize;
	}

	public void setPageSize(int pageSize) {
		Assert.isTrue(pageSize >= 1 && pageSize <= 100, "must be between 1 and 100");
		this.pageSize = pageSize;
	}

	public Auth0EventProperties getEvents() {
		return this.events;
	}

	public EarlyAccess getEarlyAccess() {
		return this.earlyAccess;
	}

	@Override
	public Map<String, Auth0Properties> getAccounts() {
		return this.accounts;
	}

	/**
	 * Features of Auth0 in early access.
	 */
	public static class EarlyAccess {

		/**
		 * Whether to use '/organizations/{id}/connections', which has names, access
		 * levels and disabled connections, in place of the generally available
		 * '/organizations/{id}/enabled_connections'.
		 */
		private boolean organizationConnections;

		public boolean isOrganizationConnections() {
			return this.organizationConnections;
		}

		public void setOrganizationConnections(boolean organizationConnections) {
			this.organizationConnections = organizationConnections;
		}

	}

}
