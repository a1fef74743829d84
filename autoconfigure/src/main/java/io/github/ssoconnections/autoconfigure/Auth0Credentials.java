// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Validates the credentials in {@link Auth0Properties}.
 */
final class Auth0Credentials {

	private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

	private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

	private final String prefix;

	private Auth0Credentials(String prefix) {
		this.prefix = prefix + ".";
	}

	static Auth0ConnectionDetails of(Auth0Properties properties, String prefix) {
		Auth0Credentials credentials = new Auth0Credentials(prefix);
		Auth0ConnectionDetails details = credentials.details(properties);
		String domain = credentials.domain(properties.getDomain());
		if (domain != null) {
			details = details.withDomain(domain);
		}
		String tenant = credentials.tenant(properties.getTenant(), domain);
		return (tenant != null) ? details.withTenant(tenant) : details;
	}

	private Auth0ConnectionDetails details(Auth0Properties properties) {
		String domain = domain(properties.getDomain());
		String baseUrl = baseUrl(properties.getBaseUrl(), domain);
		String token = textOrNull("token", properties.getToken());
		String clientId = textOrNull("client-id", properties.getClientId());
		String clientSecret = textOrNull("client-secret", properties.getClientSecret());
		String audience = audience(properties.getAudience(), domain);
		if (token != null) {
			if (clientId != null || clientSecret != null) {
				throw new InvalidPropertyException(this.prefix + "token",
						this.prefix + ((clientId != null) ? "client-id" : "client-secret"),
						"either a token or client credentials are required");
			}
			return Auth0ConnectionDetails.ofToken(baseUrl, audience, token);
		}
		return Auth0ConnectionDetails.ofClientCredentials(baseUrl, audience,
				required("client-id", clientId, "client-secret"), required("client-secret", clientSecret, "client-id"));
	}

	private String required(String name, @Nullable String value, String other) {
		if (value == null) {
			throw new InvalidPropertyException(this.prefix + name,
					"it must not be empty, as there is a '" + this.prefix + other + "'");
		}
		return value;
	}

	private @Nullable String textOrNull(String name, @Nullable String value) {
		return StringUtils.hasText(value) ? RequiredProperty.text(this.prefix + name, value) : null;
	}

	private @Nullable String domain(@Nullable String value) {
		String domain = textOrNull("domain", value);
		if (domain != null && !DOMAIN.matcher(domain).matches()) {
			throw new InvalidPropertyException(this.prefix + "domain", "it must be the name of a host such as "
					+ "'acme.eu.auth0.com', with neither scheme, port nor path");
		}
		return domain;
	}

	private @Nullable String tenant(@Nullable String value, @Nullable String domain) {
		String tenant = textOrNull("tenant", value);
		if (tenant != null && !TENANT.matcher(tenant).matches()) {
			throw new InvalidPropertyException(this.prefix + "tenant",
					"it must be the first part of the tenant's own domain, such as 'acme' for 'acme.eu.auth0.com'");
		}
		if (tenant != null && domain != null && isOfAuth0(domain)
				&& !domain.toLowerCase(Locale.ROOT).startsWith(tenant + ".")) {
			throw new InvalidPropertyException(this.prefix + "tenant", this.prefix + "domain",
					"they name different tenants");
		}
		return tenant;
	}

	private @Nullable String audience(@Nullable String value, @Nullable String domain) {
		String audience = textOrNull("audience", value);
		return (audience == null && domain != null) ? "https://" + domain + "/api/v2/" : audience;
	}

	// A custom domain is another host than that of the tenant
	private void checkSameTenant(String host, @Nullable String domain) {
		if (domain != null && isOfAuth0(host) && isOfAuth0(domain) && !host.equalsIgnoreCase(domain)) {
			throw new InvalidPropertyException(this.prefix + "base-url", this.prefix + "domain",
					"they name different tenants");
		}
	}

	private static boolean isOfAuth0(String host) {
		return host.toLowerCase(Locale.ROOT).endsWith(".auth0.com");
	}

	private String baseUrl(@Nullable String value, @Nullable String domain) {
		if (StringUtils.hasText(value)) {
			String baseUrl = RequiredProperty.baseUrl(this.prefix + "base-url", value);
			if (baseUrl.endsWith("/api/v2")) {
				throw new InvalidPropertyException(this.prefix + "base-url",
						"it must be the address of the tenant, without '/api/v2'");
			}
			checkSameTenant(URI.create(baseUrl).getHost(), domain);
			return baseUrl;
		}
		if (domain == null) {
			throw new InvalidPropertyException(this.prefix + "domain",
					"it must not be empty, as there are credentials and no '" + this.prefix + "base-url' either");
		}
		return "https://" + domain;
	}

}
