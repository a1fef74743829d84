// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ConnectionCatalogAutoConfiguration;
import io.github.ssoconnections.autoconfigure.actuate.ConnectionsHealthContributorAutoConfiguration;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.health.ConnectionsHealthIndicator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class HealthExamplesTests {

	@Test
	void watchesSecondAccountBesideTheFirst() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class,
					ConnectionCatalogAutoConfiguration.class, ConnectionsHealthContributorAutoConfiguration.class))
			.withUserConfiguration(Europe.class, HealthExamples.EuropeanAccountWatch.class)
			.withPropertyValues("sso-connections.clerk.api-key=sk_test_1")
			.run((context) -> {
				assertThat(context).getBeans(ConnectionsHealthIndicator.class)
					.containsOnlyKeys("clerkHealthContributor", "europeHealthContributor");
				assertThat(context).getBeans(ClerkConnectionCatalog.class)
					.containsOnlyKeys("clerkConnectionCatalog", "europeCatalog");
				assertThat(context.getBean("europeHealthContributor", ConnectionsHealthIndicator.class)
					.health()
					.block(Duration.ofSeconds(20))
					.getStatus()).isEqualTo(Status.UP);
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class Europe {

		@Bean(defaultCandidate = false)
		@Qualifier("europe")
		EnterpriseConnectionService europeanConnections() {
			EnterpriseConnectionService service = mock(EnterpriseConnectionService.class);
			given(service.list(any(EnterpriseConnectionQuery.class))).willReturn(Mono.just(new Page<>(List.of(), 0L)));
			return service;
		}

	}

}
