// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.util.Map;

import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the examples of the page {@code use-several-accounts.md} over the sandbox.
 */
class AccountsExamplesTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Sandbox sandbox = Sandbox.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
				"sso-connections.clerk.api-key=sk_test_default",
				"sso-connections.clerk.accounts.europe.base-url=" + sandbox.clerkBaseUrl(),
				"sso-connections.clerk.accounts.europe.api-key=sk_test_europe",
				"sso-connections.auth0.accounts.live.base-url=" + sandbox.auth0().baseUrl(),
				"sso-connections.auth0.accounts.live.token=" + sandbox.auth0().token());

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@Test
	void injectsAccounts() {
		this.contextRunner.withBean(AccountsExamples.Migration.class).run((context) -> {
			assertThat(context.getBean(AccountsExamples.Migration.class).counts().collectList().block(LONG)).hasSize(3);
			assertThat(sandbox.requests()).extracting((request) -> request.header("Authorization"))
				.containsExactly("Bearer sk_test_default", "Bearer sk_test_europe",
						"Bearer " + sandbox.auth0().token());
		});
	}

	@Test
	void looksAccountsUp() {
		this.contextRunner.withBean(AccountsExamples.Regions.class).run((context) -> {
			AccountsExamples.Regions regions = context.getBean(AccountsExamples.Regions.class);
			assertThat(regions.count("europe").block(LONG)).isZero();
			assertThat(regions.countAll().collectList().block(LONG)).hasSize(2);
		});
	}

	@Test
	void takesCredentialsFromVault() {
		Map<String, String> vault = Map.of("client-id", "id", "client-secret", "secret");
		this.contextRunner.withUserConfiguration(AccountsExamples.LiveCredentials.class)
			.withBean(AccountsExamples.Vault.class, () -> vault::get)
			.run((context) -> assertThat(context.getBean(Auth0Accounts.class).names()).containsExactly("live"));
	}

	@Test
	void createsAccountWithoutBoot() {
		assertThat(AccountsExamples.withoutBoot(WebClient.builder(), "sk_test_1").enterpriseConnections()).isNotNull();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
