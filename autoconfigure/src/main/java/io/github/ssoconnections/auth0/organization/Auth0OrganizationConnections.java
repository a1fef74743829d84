// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.List;

import io.github.ssoconnections.auth0.Auth0Client;
import reactor.core.publisher.Mono;

/**
 * Connections that are enabled for an organization. What is listed is enabled. Listeners
 * are not notified, as the connection itself does not change.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/organizations/get-enabled-connections">Auth0:
 * enabled connections of an organization</a>
 */
public interface Auth0OrganizationConnections {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0OrganizationConnections create(Auth0Client client) {
		return new DefaultAuth0OrganizationConnections(client);
	}

	/**
	 * List the connections of an organization, at most 100; Auth0 allows ten. Needs the
	 * scope {@code read:organization_connections}, as does {@link #get}.
	 * @param organizationId the id of the organization
	 * @return the enabled connections
	 */
	Mono<List<OrganizationConnection>> list(String organizationId);

	/**
	 * Get a connection of an organization.
	 * @param organizationId the id of the organization
	 * @param connectionId the id of the connection
	 * @return the connection; not found if it is not enabled
	 */
	Mono<OrganizationConnection> get(String organizationId, String connectionId);

	/**
	 * Enable a connection for an organization: get it, then create it, or update its
	 * settings if it is enabled already. To enable it twice has the same end. Needs the
	 * scopes {@code read:}, {@code create:} and {@code update:organization_connections}.
	 * @param organizationId the id of the organization
	 * @param connectionId the id of the connection
	 * @param settings the settings; those that are not set keep their value, or have the
	 * default of Auth0
	 * @return the enabled connection;
	 * {@link io.github.ssoconnections.SsoApiException.Conflict} if the organization has
	 * as many connections as Auth0 allows
	 */
	Mono<OrganizationConnection> enable(String organizationId, String connectionId,
			OrganizationConnectionSettings settings);

	/**
	 * Update the settings of an enabled connection. Needs the scope
	 * {@code update:organization_connections}.
	 * @param organizationId the id of the organization
	 * @param connectionId the id of the connection
	 * @param settings the settings
	 * @return the connection
	 */
	Mono<OrganizationConnection> update(String organizationId, String connectionId,
			OrganizationConnectionSettings settings);

	/**
	 * Disable a connection for an organization. The connection stays in the tenant. Needs
	 * the scope {@code delete:organization_connections}. With the endpoint of early
	 * access ({@code is_enabled: false}), the organization keeps the connection with its
	 * name, its access level and its other settings, which needs
	 * {@code update:organization_connections} instead.
	 * @param organizationId the id of the organization
	 * @param connectionId the id of the connection
	 * @return completes when the connection is disabled
	 */
	Mono<Void> disable(String organizationId, String connectionId);

	/**
	 * Remove a connection from an organization, with its settings there. The connection
	 * stays in the tenant. Without the endpoint of early access, it is the same as
	 * {@link #disable}. Needs the scope {@code delete:organization_connections}.
	 * @param organizationId the id of the organization
	 * @param connectionId the id of the connection
	 * @return completes when the connection is removed
	 */
	Mono<Void> remove(String organizationId, String connectionId);

}
