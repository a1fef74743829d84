// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.sandbox;

import java.time.Duration;
import java.util.Objects;

import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.TestRunStatus;
import io.github.ssoconnections.sample.Console;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxReturnTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Test
	void leadsFromTestRunToTheConnection() {
		try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=")) {
			EnterpriseConnectionService connections = context.getBean(EnterpriseConnectionService.class);
			EnterpriseConnection connection = Objects.requireNonNull(connections.listAll().blockFirst(PATIENCE));
			String url = connections.createTestRun(connection.id()).block(PATIENCE).url().value();
			connections.listTestRuns(connection.id()).block(PATIENCE);
			assertThat(connections.listTestRuns(connection.id()).block(PATIENCE).data().get(0).status())
				.isEqualTo(TestRunStatus.PENDING);
			String page = WebTestClient.bindToServer()
				.build()
				.get()
				.uri(url)
				.exchange()
				.expectHeader()
				.value("Content-Security-Policy",
						(policy) -> assertThat(policy).endsWith("form-action 'self' http://127.0.0.1:"
								+ context.getEnvironment().getProperty("local.server.port")))
				.expectBody(String.class)
				.returnResult()
				.getResponseBody();
			assertThat(page).contains("Jane Doe");
		}
	}

}
