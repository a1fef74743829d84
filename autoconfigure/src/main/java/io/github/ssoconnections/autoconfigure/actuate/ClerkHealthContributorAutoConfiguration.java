// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
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

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the account at
 * Clerk.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnSingleCandidate(EnterpriseConnectionService.class)
@ConditionalOnEnabledHealthIndicator("clerk")
@EnableConfigurationProperties(ClerkHealthProperties.class)
public final class ClerkHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "clerkHealthIndicator", "clerkHealthContributor" })
	ConnectionsHealthIndicator clerkHealthContributor(EnterpriseConnectionService service,
			ClerkHealthProperties properties) {
		return new ConnectionsHealthIndicator(Mono.defer(() -> service.list(new EnterpriseConnectionQuery().limit(1))),
				properties.getTimeToLive(), properties.getTimeout());
	}

}
