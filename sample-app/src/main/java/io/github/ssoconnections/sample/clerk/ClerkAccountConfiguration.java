// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import io.github.ssoconnections.autoconfigure.ClerkProperties;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.sample.CheckedSetting;
import io.github.ssoconnections.sample.InvalidSettingException;
import io.github.ssoconnections.sample.sandbox.EmbeddedSandbox;
import io.github.ssoconnections.sandbox.Sandbox;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Chooses the account. The bean is always there and chooses when it is created: a
 * condition would be decided once and for all when the application is built with AOT
 * processing.
 */
@Configuration(proxyBeanMethods = false)
class ClerkAccountConfiguration {

	private static final String API_KEY = "sso-connections.clerk.api-key";

	private static final String BASE_URL = "sso-connections.clerk.base-url";

	private static final Log logger = LogFactory.getLog(ClerkAccountConfiguration.class);

	@Bean
	ClerkAccount clerkAccount(ClerkProperties properties, Environment environment, EmbeddedSandbox sandbox) {
		String apiKey = properties.getApiKey();
		if (StringUtils.hasText(apiKey)) {
			return real(apiKey.strip(), properties.getBaseUrl());
		}
		if (StringUtils.hasText(environment.getProperty(BASE_URL))) {
			throw new InvalidSettingException(BASE_URL, "there is no key for it, as '" + API_KEY + "' is blank",
					"Set the environment variable CLERK_SECRET_KEY or the property '" + API_KEY
							+ "', or remove the base URL to use the embedded sandbox");
		}
		Sandbox running = sandbox.start();
		logger.info("Sandbox of Clerk at " + running.clerkBaseUrl() + ", for any client with the key "
				+ running.clerkApiKey() + "; set CLERK_SECRET_KEY to use a real account instead");
		return new ClerkAccount(ClerkConnectionDetails.of(running.clerkApiKey(), running.clerkBaseUrl()), true);
	}

	private static ClerkAccount real(String apiKey, String baseUrl) {
		CheckedSetting.credential(API_KEY, apiKey);
		if (apiKey.startsWith("pk_")) {
			throw new InvalidSettingException(API_KEY, "it holds a publishable key (pk_…), which opens nothing",
					"Use the secret key (sk_…) of the instance");
		}
		String url = CheckedSetting.baseUrl(BASE_URL, baseUrl);
		logger.info("Account of Clerk at " + url + ", as '" + API_KEY + "' is set");
		return new ClerkAccount(ClerkConnectionDetails.of(apiKey, url), false);
	}

}
