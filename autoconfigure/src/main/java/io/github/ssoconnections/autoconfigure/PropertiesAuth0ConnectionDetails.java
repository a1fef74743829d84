// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.regex.Pattern;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * {@link Auth0ConnectionDetails} out of {@link Auth0Properties}.
 */
final class PropertiesAuth0ConnectionDetails implements Auth0ConnectionDetails {

	private static final String PREFIX = "sso-connections.auth0.";

	private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

	private final String baseUrl;

	private final @Nullable String audience;

	private final @Nullable String token;

	private final @Nullable String clientId;

	private final @Nullable String clientSecret;

	PropertiesAuth0ConnectionDetails(Auth0Properties properties) {
		String domain = domain(properties.getDomain());
		this.baseUrl = baseUrl(properties.getBaseUrl(), domain);
		this.token = textOrNull("token", properties.getToken());
		this.clientId = textOrNull("client-id", properties.getClientId());
		this.clientSecret = textOrNull("client-secret", properties.getClientSecret());
		String audience = textOrNull("audience", properties.getAudience());
		this.audience = (audience == null && domain != null) ? "https://" + domain + "/api/v2/" : audience;
		checkCredentials();
	}

	private static @Nullable String textOrNull(String name, @Nullable String value) {
		return StringUtils.hasText(value) ? RequiredProperty.text(PREFIX + name, value) : null;
	}

	private static @Nullable String domain(@Nullable String value) {
		String domain = textOrNull("domain", value);
		if (domain != null && !DOMAIN.matcher(domain).matches()) {
			throw new InvalidPropertyException(PREFIX + "domain", "it must be the name of a host such as "
					+ "'acme.eu.auth0.com', with neither scheme, port nor path");
		}
		return domain;
	}

	private static String baseUrl(@Nullable String value, @Nullable String domain) {
		if (StringUtils.hasText(value)) {
			String baseUrl = RequiredProperty.baseUrl(PREFIX + "base-url", value);
			if (baseUrl.endsWith("/api/v2")) {
				throw new InvalidPropertyException(PREFIX + "base-url",
						"it must be the address of the tenant, without '/api/v2'");
			}
			return baseUrl;
		}
		if (domain == null) {
			throw new InvalidPropertyException(PREFIX + "domain",
					"it must not be empty, as there are credentials and no '" + PREFIX + "base-url' either");
		}
		return "https://" + domain;
	}

	private void checkCredentials() {
		if (this.token != null && (this.clientId != null || this.clientSecret != null)) {
			throw new InvalidPropertyException(PREFIX + "token",
					PREFIX + ((this.clientId != null) ? "client-id" : "client-secret"),
					"either a token is given, or the application gets its own");
		}
		if (this.token == null && this.clientId == null) {
			throw new InvalidPropertyException(PREFIX + "client-id",
					"it must not be empty, as there is a '" + PREFIX + "client-secret'");
		}
		if (this.token == null && this.clientSecret == null) {
			throw new InvalidPropertyException(PREFIX + "client-secret",
					"it must not be empty, as there is a '" + PREFIX + "client-id'");
		}
	}

	@Override
	public String getBaseUrl() {
		return this.baseUrl;
	}

	@Override
	public String getAudience() {
		return (this.audience != null) ? this.audience : Auth0ConnectionDetails.super.getAudience();
	}

	@Override
	public @Nullable String getToken() {
		return this.token;
	}

	@Override
	public @Nullable String getClientId() {
		return this.clientId;
	}

	@Override
	public @Nullable String getClientSecret() {
		return this.clientSecret;
	}

}
