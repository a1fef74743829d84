// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.ServiceProviderDetails;

/**
 * What the administrator of the customer's IdP enters there, derived from a connection
 * that was read. Makes no request and needs no scope.
 * <p>
 * URLs have the domain of {@link Auth0ConnectionDetails#getDomain()}, or else the address
 * {@link Auth0ConnectionDetails#getBaseUrl()}; either may be a custom domain. The name of
 * the tenant is {@link Auth0ConnectionDetails#getTenant()}, or that of a domain, an
 * address or an audience such as {@code acme.eu.auth0.com}, in this order.
 *
 * @see <a href=
 * "https://auth0.com/docs/authenticate/protocols/saml/saml-configuration">Auth0:
 * Configure SAML</a>
 * @see <a href=
 * "https://auth0.com/docs/authenticate/protocols/scim/configure-inbound-scim">Auth0:
 * Configure Inbound SCIM</a>
 */
public interface Auth0ServiceProvider {

	/**
	 * Create an instance for a tenant.
	 * @param client the client of the tenant
	 * @return the instance
	 */
	static Auth0ServiceProvider create(Auth0Client client) {
		return new DefaultAuth0ServiceProvider(client);
	}

	/**
	 * Return what is to be entered for a connection.
	 * <ul>
	 * <li>{@code samlp}, {@code pingfederate}: ACS URL, entity ID ({@code entityId} of
	 * the options, by default {@code urn:auth0:{tenant}:{name}}), metadata and
	 * certificate</li>
	 * <li>{@code adfs}, {@code waad} with WS-Federation: realm
	 * {@code urn:auth0:{tenant}}, and endpoint</li>
	 * <li>{@code oidc}, {@code okta}, {@code google-apps}, {@code waad}: redirect
	 * URI</li>
	 * <li>{@code samlp}, {@code oidc}, {@code okta}, {@code waad}: base URL for SCIM</li>
	 * </ul>
	 * @param connection the connection, as read, with its options
	 * @return the details
	 * @throws InvalidArgumentException if the strategy is another one, or the options are
	 * missing that decide on the values, as without the scope
	 * {@code read:connections_options}
	 * @throws IllegalStateException if the name of the tenant is needed and unknown, as
	 * with a custom domain, or the address is another one than the tenant's own domain in
	 * the audience and no domain is set: the message names the property to set
	 */
	ServiceProviderDetails details(Auth0Connection connection);

	/**
	 * Return what is to be entered for a connection of an organization. For SAML, the
	 * details also have the ACS URL for IdP-initiated sign-ins to the organization.
	 * @param connection the connection, as read, with its options
	 * @param organizationId the id of the organization
	 * @return the details, as for {@link #details(Auth0Connection)}
	 */
	ServiceProviderDetails details(Auth0Connection connection, String organizationId);

}
