// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.client.ApiClientSettings;

import org.springframework.util.Assert;

/**
 * Settings of a client of Clerk.
 *
 * @param apiVersion the version of the API, sent as {@code Clerk-API-Version}
 * @param pageSize the number of items per page of {@code listAll}, 1 to 500
 * @param pageParallelism the number of pages that {@code listAll} fetches concurrently, 1
 * to 64
 * @param client the settings of the HTTP client
 */
public record ClerkSettings(String apiVersion, int pageSize, int pageParallelism, ApiClientSettings client) {

	private static final ClerkSettings DEFAULTS = new ClerkSettings("2026-05-12", 100, 4, ApiClientSettings.defaults());

	public ClerkSettings {
		Assert.hasText(apiVersion, "'apiVersion' must not be empty");
		Assert.isTrue(pageSize >= 1 && pageSize <= 500, "'pageSize' must be between 1 and 500");
		Assert.isTrue(pageParallelism >= 1 && pageParallelism <= 64, "'pageParallelism' must be between 1 and 64");
		Assert.notNull(client, "'client' must not be null");
	}

	/**
	 * Return the default settings: version {@code 2026-05-12}, 100 items per page, 4
	 * pages concurrently and the {@link ApiClientSettings#defaults() default client
	 * settings}.
	 * @return the defaults
	 */
	public static ClerkSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these settings with another version of the API.
	 * @param apiVersion the version
	 * @return the settings
	 */
	public ClerkSettings withApiVersion(String apiVersion) {
		return new ClerkSettings(apiVersion, this.pageSize, this.pageParallelism, this.client);
	}

	/**
	 * Return these settings with another page size.
	 * @param pageSize the number of items per page of {@code listAll}
	 * @return the settings
	 */
	public ClerkSettings withPageSize(int pageSize) {
		return new ClerkSettings(this.apiVersion, pageSize, this.pageParallelism, this.client);
	}

	/**
	 * Return these settings with another parallelism.
	 * @param pageParallelism the number of pages that {@code listAll} fetches
	 * concurrently
	 * @return the settings
	 */
	public ClerkSettings withPageParallelism(int pageParallelism) {
		return new ClerkSettings(this.apiVersion, this.pageSize, pageParallelism, this.client);
	}

	/**
	 * Return these settings with other client settings.
	 * @param client the settings of the HTTP client
	 * @return the settings
	 */
	public ClerkSettings withClient(ApiClientSettings client) {
		return new ClerkSettings(this.apiVersion, this.pageSize, this.pageParallelism, client);
	}

}
