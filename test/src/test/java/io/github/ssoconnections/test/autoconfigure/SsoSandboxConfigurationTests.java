// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SsoSandboxConfiguration}.
 */
class SsoSandboxConfigurationTests {

	@Test
	void runsApplicationOverTheSandbox() {
		SpringApplication.Running running = SpringApplication.from(TestApplication::main)
			.with(SsoSandboxConfiguration.class)
			.run("--sso-connections.clerk.api-key=sk_live_real", "--sso-connections.test.sandbox.seed=customers.json");
		try (ConfigurableApplicationContext context = running.getApplicationContext()) {
			EnterpriseConnectionService connections = context.getBean(EnterpriseConnectionService.class);
			assertThat(connections.listAll().collectList().block(Duration.ofSeconds(30))).hasSize(1);
			assertThat(context.getBean(Sandbox.class).requests()).hasSize(1);
		}
	}

}
