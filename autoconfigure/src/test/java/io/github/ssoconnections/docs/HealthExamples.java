// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.health.ConnectionsHealthIndicator;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The examples of {@code docs/health.md}. {@link HealthExamplesTests} runs them.
 */
final class HealthExamples {

	private HealthExamples() {
	}

	// tag::watch-second-account[]
	@Configuration(proxyBeanMethods = false)
	static class EuropeanAccountWatch {

		@Bean
		ConnectionsHealthIndicator europeHealthContributor(
				@Qualifier("europe") EnterpriseConnectionService connections) {
			Mono<?> probe = Mono.defer(() -> connections.list(new EnterpriseConnectionQuery().limit(1)));
			return new ConnectionsHealthIndicator(probe, Duration.ofSeconds(30), Duration.ofSeconds(3));
		}

		@Bean
		ClerkConnectionCatalog europeCatalog(@Qualifier("europe") EnterpriseConnectionService connections) {
			return ClerkConnectionCatalog.create(connections);
		}

	}
	// end::watch-second-account[]

}
