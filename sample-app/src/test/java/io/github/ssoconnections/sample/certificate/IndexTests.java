// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.certificate;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.health.CertificatesHealthIndicator;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.sample.Console;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class IndexTests {

	private static final String[] ENABLED = { "--sso-connections.index.enabled=true",
			"--sso-connections.certificates.monitor.enabled=true" };

	@Test
	void watchesSandbox() {
		try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=", ENABLED[0],
				ENABLED[1])) {
			Health health = Flux.interval(Duration.ofMillis(20))
				.concatMap((tick) -> context.getBean(CertificatesHealthIndicator.class).health())
				.filter((response) -> response.getStatus().equals(Status.UP))
				.blockFirst(Duration.ofSeconds(20));
			assertThat(List.of("valid", "expiring", "expired", "inactive"))
				.allSatisfy((state) -> assertThat((Long) health.getDetails().get(state)).as(state).isPositive());
		}
	}

	@Test
	void readsOtherAccountsToo() {
		try (Sandbox other = Sandbox.start()) {
			other.seed();
			try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=sk_test_other",
					"--sso-connections.clerk.base-url=" + other.clerkBaseUrl(),
					"--sso-connections.auth0.base-url=" + other.auth0().baseUrl(),
					"--sso-connections.auth0.token=made-up", ENABLED[0], ENABLED[1])) {
				RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
				assertThat(index.isRunning()).isTrue();
				index.refresh().block(Duration.ofSeconds(20));
				assertThat(index.list(new ConnectionQuery().text("Stark")).total()).isPositive();
			}
		}
	}

	@Test
	void readsNothingWhenAskedNotTo() {
		try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=")) {
			assertThat(context.getBean(RefreshedConnectionIndex.class).isRunning()).isFalse();
		}
	}

}
