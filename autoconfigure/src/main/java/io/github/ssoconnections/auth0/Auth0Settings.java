// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.client.ApiClientSettings;

import org.springframework.util.Assert;

/**
 * Settings of a client of Auth0.
 *
 * @param pageSize how many items {@code listAll} asks for at a time, 1 to 100
 * @param earlyAccessOrganizationConnections whether the connections of organizations are
 * those of the endpoint in early access
 * @param client the bounds of the client
 */
public record Auth0Settings(int pageSize, boolean earlyAccessOrganizationConnections, ApiClientSettings client) {

	private static final Auth0Settings DEFAULTS = new Auth0Settings(100, false, ApiClientSettings.defaults());

	public Auth0Settings {
		Assert.isTrue(pageSize >= 1 && pageSize <= 100, "'pageSize' must be between 1 and 100");
		Assert.notNull(client, "'client' must not be null");
	}

	/**
	 * Return the default settings: 100 items a page and
	 * {@link ApiClientSettings#defaults() default bounds}.
	 * @return the defaults
	 */
	public static Auth0Settings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these settings with another page size.
	 * @param pageSize how many items {@code listAll} asks for at a time
	 * @return the settings
	 */
	public Auth0Settings withPageSize(int pageSize) {
		return new Auth0Settings(pageSize, this.earlyAccessOrganizationConnections, this.client);
	}

	/**
	 * Return these settings with the connections of organizations from the endpoint in
	 * early access, or not.
	 * @param earlyAccess whether to use it
	 * @return the settings
	 */
	public Auth0Settings withEarlyAccessOrganizationConnections(boolean earlyAccess) {
		return new Auth0Settings(this.pageSize, earlyAccess, this.client);
	}

	/**
	 * Return these settings with other bounds.
	 * @param client the bounds of the client
	 * @return the settings
	 */
	public Auth0Settings withClient(ApiClientSettings client) {
		return new Auth0Settings(this.pageSize, this.earlyAccessOrganizationConnections, client);
	}

}
