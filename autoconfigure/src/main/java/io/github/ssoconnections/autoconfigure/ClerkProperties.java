// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.client.ApiClientSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.Assert;

/**
 * Properties of an account at Clerk.
 */
@ConfigurationProperties("sso-connections.clerk")
public class ClerkProperties extends VendorProperties {

	/**
	 * Secret key of the instance at Clerk, 'sk_live_…' or 'sk_test_…'. Nothing is
	 * configured while it is blank, unless there is a ClerkConnectionDetails bean.
	 */
	private @Nullable String apiKey;

	/**
	 * Address of the API. Must start with 'https://', except for loopback addresses.
	 */
	private String baseUrl = ClerkConnectionDetails.DEFAULT_BASE_URL;

	/**
	 * Version of the API, sent as 'Clerk-API-Version'.
	 */
	private String apiVersion = "2026-05-12";

	/**
	 * Page size of 'listAll', 1 to 500.
	 */
	private int pageSize = 100;

	/**
	 * Number of pages that 'listAll' fetches in parallel, 1 to 64.
	 */
	private int pageParallelism = 4;

	@NestedConfigurationProperty
	private final ClerkWebhookProperties webhooks = new ClerkWebhookProperties();

	/**
	 * Further accounts by name. The name is the qualifier of the account's beans: 1 to 40
	 * characters a-z, 0-9 and '-', not 'default'. Keys are those of
	 * 'sso-connections.clerk.*', whose values are the defaults, credentials and addresses
	 * excepted.
	 */
	private final Map<String, ClerkProperties> accounts = new LinkedHashMap<>();

	@JsonSerialize(using = Secret.MaskingSerializer.class)
	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	public String getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(String baseUrl) {
		this.baseUrl = baseUrl;
	}

	public String getApiVersion() {
		return this.apiVersion;
	}

	public void setApiVersion(String apiVersion) {
		this.apiVersion = apiVersion;
	}

	public int getPageSize() {
		return this.pageSize;
	}

	public void setPageSize(int pageSize) {
		Assert.isTrue(pageSize >= 1 && pageSize <= 500, "must be between 1 and 500");
		this.pageSize = pageSize;
	}

	public int getPageParallelism() {
		return this.pageParallelism;
	}

	public void setPageParallelism(int pageParallelism) {
		Assert.isTrue(pageParallelism >= 1 && pageParallelism <= 64, "must be between 1 and 64");
		this.pageParallelism = pageParallelism;
	}

	public ClerkWebhookProperties getWebhooks() {
		return this.webhooks;
	}

	@Override
	public Map<String, ClerkProperties> getAccounts() {
		return this.accounts;
	}

	ClerkConnectionDetails toConnectionDetails(String prefix) {
		return ClerkConnectionDetails.of(RequiredProperty.clerkKey(prefix + ".api-key", this.apiKey),
				RequiredProperty.clerkBaseUrl(prefix + ".base-url", this.baseUrl));
	}

	ClerkSettings toSettings(ApiClientSettings client) {
		return new ClerkSettings(this.apiVersion, this.pageSize, this.pageParallelism, client);
	}

}
