// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.certificate;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.health.CertificatesHealthIndicator;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.sample.SampleApplication;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateMonitorConfigurationTests {

	private static final String ENABLED = "--sso-connections.certificates.monitor.enabled=";

	@Test
	void watchesSandbox() {
		try (ConfigurableApplicationContext context = start("--sso-connections.clerk.api-key=")) {
			Health health = Flux.interval(Duration.ofMillis(20))
				.concatMap((tick) -> context.getBean(CertificatesHealthIndicator.class).health())
				.filter((answer) -> answer.getStatus().equals(Status.UP))
				.blockFirst(Duration.ofSeconds(20));
			assertThat(List.of("valid", "expiring", "expired", "inactive"))
				.allSatisfy((state) -> assertThat((Long) health.getDetails().get(state)).as(state).isPositive());
		}
	}

	@Test
	void watchesOtherAccountOnlyWhenAskedTo() {
		try (Sandbox other = Sandbox.start()) {
			String[] arguments = { "--sso-connections.clerk.api-key=sk_test_other",
					"--sso-connections.clerk.base-url=" + other.clerkBaseUrl() };
			assertThat(isWatching(arguments[0], arguments[1])).isFalse();
			assertThat(isWatching(arguments[0], arguments[1], ENABLED + "true")).isTrue();
		}
	}

	@Test
	void doesNotWatchSandboxWhenAskedNotTo() {
		assertThat(isWatching("--sso-connections.clerk.api-key=", ENABLED + "false")).isFalse();
	}

	private static boolean isWatching(String... arguments) {
		try (ConfigurableApplicationContext context = start(arguments)) {
			return context.getBean(CertificateMonitor.class).isRunning();
		}
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.setWebApplicationType(WebApplicationType.REACTIVE);
		return application
			.run(Stream.concat(Stream.of("--server.port=0"), Stream.of(arguments)).toArray(String[]::new));
	}

}
