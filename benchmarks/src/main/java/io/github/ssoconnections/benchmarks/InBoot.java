// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The application of a user.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class InBoot {

	@Bean
	Services services(EnterpriseConnectionService connections, WebClient.Builder webClient) {
		return new Services(connections, webClient.clientConnector(Settings.connector()));
	}

	static ApplicationContext start(String url) {
		return new SpringApplicationBuilder(InBoot.class).web(WebApplicationType.NONE)
			.run("--sso-connections.clerk.api-key=" + Settings.KEY, "--sso-connections.clerk.base-url=" + url + "/v1",
					"--sso-connections.clerk.max-connections=1024",
					"--sso-connections.clerk.rate-limit.limit=1000000000",
					"--sso-connections.clerk.rate-limit.period=1s", "--spring.main.banner-mode=off",
					"--logging.level.root=warn");
	}

	record Services(EnterpriseConnectionService connections, WebClient.Builder webClient) {
	}

}
