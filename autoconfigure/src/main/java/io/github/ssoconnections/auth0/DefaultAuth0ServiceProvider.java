// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.SamlIdpOptions;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * Default {@link Auth0ServiceProvider}.
 */
final class DefaultAuth0ServiceProvider implements Auth0ServiceProvider {

	private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9_-]+");

	/** With SCIM, according to Auth0's documentation. */
	private static final Set<ConnectionStrategy> SCIM = Set.of(ConnectionStrategy.SAMLP, ConnectionStrategy.OIDC,
			ConnectionStrategy.OKTA, ConnectionStrategy.WAAD);

	/** With options that decide on the values. */
	private static final Set<ConnectionStrategy> BY_OPTIONS = Set.of(ConnectionStrategy.SAMLP,
			ConnectionStrategy.PINGFEDERATE, ConnectionStrategy.WAAD);

	private final Auth0Client client;

	DefaultAuth0ServiceProvider(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public ServiceProviderDetails details(Auth0Connection connection) {
		return derive(connection, null);
	}

	@Override
	public ServiceProviderDetails details(Auth0Connection connection, String organizationId) {
		Assert.isTrue(organizationId != null && ORGANIZATION.matcher(organizationId).matches(),
				"'organizationId' must be the id of an organization, such as org_9ybsU1dN2dKfDkBi");
		return derive(connection, organizationId);
	}

	private ServiceProviderDetails derive(Auth0Connection connection, @Nullable String organizationId) {
		Assert.notNull(connection, "'connection' must not be null");
		ConnectionStrategy strategy = connection.strategy();
		Assert.notNull(strategy, "'connection' must have a strategy");
		Assert.isTrue(!BY_OPTIONS.contains(strategy) || connection.options() != null,
				"'connection' must have options, which decide on the values: read it with the scope "
						+ "read:connections_options");
		String protocol = ConnectionFacts.protocol(connection);
		String address = address();
		ServiceProviderDetails details;
		if (CatalogEntry.SAML.equals(protocol)) {
			details = saml(connection, address, organizationId);
		}
		else if (CatalogEntry.OIDC.equals(protocol)) {
			details = ServiceProviderDetails.oidc(address + "/login/callback");
		}
		else {
			Assert.isTrue(strategy.equals(ConnectionStrategy.ADFS) || strategy.equals(ConnectionStrategy.WAAD),
					() -> "'connection' must be of an enterprise strategy with SAML, OIDC or WS-Federation: "
							+ strategy.value());
			details = ServiceProviderDetails.wsFederation("urn:auth0:" + tenant(), address + "/login/callback");
		}
		return SCIM.contains(strategy) ? details.withScimBaseUrl(scimBaseUrl(connection, address)) : details;
	}

	private ServiceProviderDetails saml(Auth0Connection connection, String address, @Nullable String organizationId) {
		Assert.hasText(connection.name(), "'connection' must have a name");
		String name = UriUtils.encode(connection.name(), StandardCharsets.UTF_8);
		String acsUrl = address + "/login/callback?connection=" + name;
		ConnectionOptions options = connection.options();
		String own = (options != null) ? options.get(SamlIdpOptions.ENTITY_ID) : null;
		return ServiceProviderDetails.saml(
				StringUtils.hasText(own) ? own : "urn:auth0:" + tenant() + ":" + connection.name(), acsUrl,
				(organizationId != null) ? acsUrl + "&organization=" + organizationId : null,
				address + "/samlp/metadata?connection=" + name, address + "/pem?cert=connection");
	}

	private static String scimBaseUrl(Auth0Connection connection, String address) {
		Assert.hasText(connection.id(), "'connection' must have an id");
		return address + "/scim/v2/connections/" + UriUtils.encode(connection.id(), StandardCharsets.UTF_8);
	}

	private String address() {
		Auth0ConnectionDetails details = this.client.details();
		String domain = details.getDomain();
		if (domain != null) {
			return "https://" + domain;
		}
		String address = ClientCredentials.addressOf(details);
		if (TenantName.isElsewhere(details)) {
			throw new IllegalStateException("The domain on which users sign in is unknown, as " + address
					+ " is not the tenant's own domain, but that of a gateway or a custom domain. Set the property '"
					+ this.client.account().property("domain")
					+ "' to the domain on which users sign in, such as 'acme.eu.auth0.com' or 'login.acme.com'.");
		}
		return address;
	}

	private String tenant() {
		String tenant = TenantName.of(this.client.details());
		if (tenant == null) {
			throw new IllegalStateException("The name of the tenant is unknown, as " + address()
					+ " is a custom domain. Set the property '" + this.client.account().property("tenant")
					+ "' to the name, such as 'acme' for 'acme.eu.auth0.com', or '"
					+ this.client.account().property("audience") + "' to the audience of the tenant's own domain.");
		}
		return tenant;
	}

}
