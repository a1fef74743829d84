// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.util.List;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.autoconfigure.Auth0Properties;
import io.github.ssoconnections.sample.CheckedSetting;
import io.github.ssoconnections.sample.InvalidSettingException;
import io.github.ssoconnections.sample.sandbox.EmbeddedSandbox;
import io.github.ssoconnections.sandbox.auth0.Auth0Sandbox;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Chooses the tenant. The bean is always there and chooses when it is created: a
 * condition would be decided once and for all when the application is built with AOT
 * processing.
 */
@Configuration(proxyBeanMethods = false)
class Auth0AccountConfiguration {

	private static final String PREFIX = "sso-connections.auth0.";

	private static final Log logger = LogFactory.getLog(Auth0AccountConfiguration.class);

	@Bean
	Auth0Account auth0Account(Auth0Properties properties, Environment environment, EmbeddedSandbox sandbox) {
		if (StringUtils.hasText(properties.getToken())) {
			String token = CheckedSetting.credential(PREFIX + "token", properties.getToken());
			return real(properties, Auth0ConnectionDetails.ofToken(address(properties), token), "token");
		}
		if (StringUtils.hasText(properties.getClientId()) && StringUtils.hasText(properties.getClientSecret())) {
			return real(properties,
					Auth0ConnectionDetails.ofClientCredentials(address(properties),
							StringUtils.hasText(properties.getAudience()) ? properties.getAudience().strip() : null,
							CheckedSetting.credential(PREFIX + "client-id", properties.getClientId()),
							CheckedSetting.credential(PREFIX + "client-secret", properties.getClientSecret())),
					"client-id");
		}
		for (String name : List.of("domain", "base-url", "audience", "client-id", "client-secret")) {
			if (StringUtils.hasText(environment.getProperty(PREFIX + name))) {
				throw new InvalidSettingException(PREFIX + name, "there are no credentials for it",
						"Set AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET, or AUTH0_API_TOKEN, or remove '" + PREFIX + name
								+ "' to use the embedded sandbox");
			}
		}
		Auth0Sandbox running = sandbox.start().auth0();
		logger.info("Sandbox of Auth0 at " + running.baseUrl() + ", for any client with any token, or with client id "
				+ running.clientId() + " and secret " + running.clientSecret()
				+ "; set AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET to use a real tenant instead");
		return new Auth0Account(Auth0ConnectionDetails
			.ofClientCredentials(running.baseUrl(), running.audience(), running.clientId(), running.clientSecret())
			.withTenant(running.tenant()), true);
	}

	private static Auth0Account real(Auth0Properties properties, Auth0ConnectionDetails details, String property) {
		logger.info("Tenant of Auth0 at " + details.getBaseUrl() + ", as '" + PREFIX + property + "' is set");
		String tenant = properties.getTenant();
		return new Auth0Account(StringUtils.hasText(tenant) ? details.withTenant(tenant.strip()) : details, false);
	}

	private static String address(Auth0Properties properties) {
		if (StringUtils.hasText(properties.getBaseUrl())) {
			return CheckedSetting.baseUrl(PREFIX + "base-url", properties.getBaseUrl().strip());
		}
		if (StringUtils.hasText(properties.getDomain())) {
			return CheckedSetting.baseUrl(PREFIX + "domain", "https://" + properties.getDomain().strip());
		}
		throw new InvalidSettingException(PREFIX + "domain", "it is blank, and there are credentials",
				"Set AUTH0_DOMAIN to the tenant's domain, such as acme.eu.auth0.com");
	}

}
