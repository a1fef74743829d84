// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

/**
 * Auto-configurations of an application with the starter, for context runners.
 */
final class ClerkContexts {

	/** The key that {@code Wire} expects. */
	static final String KEY = "sso-connections.clerk.api-key=sk_test_wire";

	private ClerkContexts() {
	}

	static AutoConfigurations autoConfigurations() {
		return AutoConfigurations.of(SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, JacksonAutoConfiguration.class,
				CodecsAutoConfiguration.class, WebClientAutoConfiguration.class, ClerkAutoConfiguration.class);
	}

	/**
	 * Return a runner whose client calls a server as fast as it can.
	 */
	static ApplicationContextRunner against(String url) {
		return new ApplicationContextRunner().withConfiguration(autoConfigurations())
			.withPropertyValues(KEY, baseUrl(url), "sso-connections.clerk.rate-limit.enabled=false",
					"sso-connections.clerk.retry.initial-backoff=1ms");
	}

	static String baseUrl(String url) {
		return "sso-connections.clerk.base-url=" + url;
	}

}
