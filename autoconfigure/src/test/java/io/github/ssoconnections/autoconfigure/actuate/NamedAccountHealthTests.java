// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ConnectionCatalogAutoConfiguration;
import io.github.ssoconnections.health.ConnectionsHealthIndicator;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the health of several accounts at a vendor.
 */
class NamedAccountHealthTests {

	private static final Sandbox sandbox = Sandbox.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ConnectionCatalogAutoConfiguration.class,
				ConnectionsHealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class))
		.withPropertyValues("sso-connections.clerk.accounts.europe.base-url=" + sandbox.clerkBaseUrl(),
				"sso-connections.clerk.accounts.europe.api-key=sk_test_europe");

	@AfterAll
	static void closeSandbox() {
		sandbox.close();
	}

	@Test
	void isOneIndicatorWhenThereIsOneNamedAccount() {
		this.contextRunner
			.run((context) -> assertThat(contributor(context)).isInstanceOfSatisfying(ConnectionsHealthIndicator.class,
					(indicator) -> assertThat(indicator.health().block(Duration.ofSeconds(20)).getStatus().getCode())
						.isEqualTo("UP")));
	}

	@Test
	void leavesOthersUpWhenOneKeyIsRejected() {
		this.contextRunner
			.withPropertyValues("sso-connections.clerk.api-key=sk_test_default",
					"sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
					"sso-connections.clerk.accounts.asia.base-url=" + sandbox.clerkBaseUrl(),
					"sso-connections.clerk.accounts.asia.api-key=sk_rejected",
					"sso-connections.clerk.accounts.africa.api-key=")
			.run((context) -> assertThat(statuses(context))
				.isEqualTo(Map.of("default", "UP", "europe", "UP", "asia", "DOWN")));
	}

	@Test
	void takesTimesOfTheAccount() {
		this.contextRunner
			.withPropertyValues("sso-connections.clerk.accounts.asia.api-key=sk_test_asia",
					"sso-connections.clerk.accounts.asia.health.timeout=2m")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("must be between"));
	}

	private static Map<String, String> statuses(ApplicationContext context) {
		Map<String, String> statuses = new TreeMap<>();
		((CompositeReactiveHealthContributor) contributor(context)).stream()
			.forEach((entry) -> statuses.put(entry.name(),
					((ReactiveHealthIndicator) entry.contributor()).health()
						.block(Duration.ofSeconds(20))
						.getStatus()
						.getCode()));
		return statuses;
	}

	private static ReactiveHealthContributor contributor(ApplicationContext context) {
		return context.getBean(ReactiveHealthContributorRegistry.class).getContributor("clerk");
	}

}
