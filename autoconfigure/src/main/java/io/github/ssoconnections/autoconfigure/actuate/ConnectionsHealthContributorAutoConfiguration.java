// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import io.github.ssoconnections.auth0.Auth0ConnectionQuery;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.autoconfigure.Auth0AutoConfiguration;
import io.github.ssoconnections.autoconfigure.Auth0Properties;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ClerkProperties;
import io.github.ssoconnections.autoconfigure.HealthProperties;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.health.ConnectionsHealthIndicator;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the accounts.
 */
@AutoConfiguration(after = { Auth0AutoConfiguration.class, ClerkAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
public final class ConnectionsHealthContributorAutoConfiguration {

	private static ConnectionsHealthIndicator indicator(Mono<?> request, HealthProperties properties) {
		return new ConnectionsHealthIndicator(request, properties.getTimeToLive(), properties.getTimeout());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(EnterpriseConnectionService.class)
	@ConditionalOnEnabledHealthIndicator("clerk")
	@EnableConfigurationProperties(ClerkProperties.class)
	static class ClerkHealthConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = { "clerkHealthIndicator", "clerkHealthContributor" })
		ConnectionsHealthIndicator clerkHealthContributor(EnterpriseConnectionService service,
				ClerkProperties properties) {
			return indicator(Mono.defer(() -> service.list(new EnterpriseConnectionQuery().limit(1))),
					properties.getHealth());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(Auth0ConnectionService.class)
	@ConditionalOnEnabledHealthIndicator("auth0")
	@EnableConfigurationProperties(Auth0Properties.class)
	static class Auth0HealthConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = { "auth0HealthIndicator", "auth0HealthContributor" })
		ConnectionsHealthIndicator auth0HealthContributor(Auth0ConnectionService service, Auth0Properties properties) {
			return indicator(Mono.defer(() -> service.list(new Auth0ConnectionQuery().take(1))),
					properties.getHealth());
		}

	}

}
