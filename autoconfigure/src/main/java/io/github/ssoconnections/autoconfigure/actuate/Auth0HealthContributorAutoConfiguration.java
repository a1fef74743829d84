// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import io.github.ssoconnections.auth0.Auth0ConnectionQuery;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.autoconfigure.Auth0AutoConfiguration;
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

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the tenant at
 * Auth0.
 */
@AutoConfiguration(after = Auth0AutoConfiguration.class)
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnSingleCandidate(Auth0ConnectionService.class)
@ConditionalOnEnabledHealthIndicator("auth0")
@EnableConfigurationProperties(Auth0HealthProperties.class)
public final class Auth0HealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "auth0HealthIndicator", "auth0HealthContributor" })
	ConnectionsHealthIndicator auth0HealthContributor(Auth0ConnectionService service,
			Auth0HealthProperties properties) {
		return new ConnectionsHealthIndicator(Mono.defer(() -> service.list(new Auth0ConnectionQuery().take(1))),
				properties.getTimeToLive(), properties.getTimeout());
	}

}
