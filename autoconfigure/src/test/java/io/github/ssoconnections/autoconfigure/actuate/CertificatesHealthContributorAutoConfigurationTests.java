// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.time.Duration;

import io.github.ssoconnections.health.CertificatesHealthIndicator;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.monitor.TestCatalog;
import io.github.ssoconnections.monitor.VirtualMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificatesHealthContributorAutoConfiguration}.
 */
class CertificatesHealthContributorAutoConfigurationTests {

	private final VirtualMonitor virtual = new VirtualMonitor(
			new TestCatalog("clerk").with("ent_1", VirtualMonitor.START))
		.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CertificatesHealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class));

	@ParameterizedTest
	@CsvSource({ "false, UP", "true, OUT_OF_SERVICE" })
	void isPresentWithMonitor(boolean failOnExpired, String status) {
		withMonitor().withPropertyValues("sso-connections.certificates.health.fail-on-expired=" + failOnExpired)
			.run((context) -> {
				ReactiveHealthIndicator indicator = (ReactiveHealthIndicator) context
					.getBean(ReactiveHealthContributorRegistry.class)
					.getContributor("ssoCertificates");
				assertThat(indicator.health().block(Duration.ofSeconds(20)).getStatus()).isEqualTo(new Status(status));
			});
	}

	@Test
	void isAbsentWithoutMonitor() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(CertificatesHealthIndicator.class));
	}

	@Test
	void isAbsentWhenDisabled() {
		withMonitor().withPropertyValues("management.health.sso-certificates.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(CertificatesHealthIndicator.class));
	}

	@ParameterizedTest
	@CsvSource({ "ssoCertificatesHealthIndicator", "ssoCertificatesHealthContributor" })
	void backsOffForBeanOfThatName(String name) {
		withMonitor().withBean(name, ReactiveHealthIndicator.class, () -> () -> Mono.just(Health.down().build()))
			.run((context) -> assertThat(context).doesNotHaveBean(CertificatesHealthIndicator.class));
	}

	private ApplicationContextRunner withMonitor() {
		return this.contextRunner.withBean(CertificateMonitor.class, this.virtual::monitor);
	}

}
