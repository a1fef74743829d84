// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.time.Duration;

import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.sample.Console;
import io.github.ssoconnections.sample.clerk.ClerkAccount;
import io.github.ssoconnections.sample.sandbox.EmbeddedSandbox;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class Auth0AccountTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String AUTH0 = "--sso-connections.auth0.";

	@Test
	void usesSeededSandboxByClientCredentialsWhenNothingIsSet(CapturedOutput output) {
		try (ConfigurableApplicationContext context = Console.start(AUTH0 + "token=  ", AUTH0 + "client-id=")) {
			Auth0Account account = context.getBean(Auth0Account.class);
			assertThat(account.isSandbox()).isTrue();
			assertThat(context.getBean(Auth0ConnectionService.class).listAll().count().block(PATIENCE)).isEqualTo(11);
			assertThat(output).contains("Sandbox of Auth0 at " + account.getBaseUrl());
		}
	}

	@Test
	void leavesTheOthersSandboxOn(CapturedOutput output) {
		try (Sandbox other = Sandbox.start();
				ConfigurableApplicationContext context = Console.start(AUTH0 + "base-url=" + other.auth0().baseUrl(),
						AUTH0 + "token=not-to-be-shown")) {
			assertThat(context.getBean(Auth0Account.class).isSandbox()).isFalse();
			assertThat(context.getBean(ClerkAccount.class).isSandbox()).isTrue();
			assertThat(context.getBean(EmbeddedSandbox.class).isRunning()).isTrue();
			assertThat(context.getBean(Auth0ConnectionService.class).listAll().count().block(PATIENCE)).isZero();
			assertThat(other.requests()).hasSize(1);
			assertThat(output).contains("Tenant of Auth0 at " + other.auth0().baseUrl())
				.doesNotContain("not-to-be-shown");
		}
	}

	@Test
	void startsNoSandboxWhenBothAccountsAreReal() {
		try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=sk_test_made-up",
				AUTH0 + "domain= acme.eu.auth0.com ", AUTH0 + "client-id=id", AUTH0 + "client-secret=secret")) {
			Auth0Account account = context.getBean(Auth0Account.class);
			assertThat(account.getBaseUrl()).isEqualTo("https://acme.eu.auth0.com");
			assertThat(account.getAudience()).isEqualTo("https://acme.eu.auth0.com/api/v2/");
			assertThat(context.getBean(EmbeddedSandbox.class).isRunning()).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "domain=acme.auth0.com,there are no credentials",
			"audience=https://x/api/v2/,there are no credentials", "client-id=id,there are no credentials",
			"token=abc,AUTH0_DOMAIN", "token=a b,ASCII" })
	void failsWhenSomethingIsMissing(String setting, String message, CapturedOutput output) {
		assertThatException().isThrownBy(() -> Console.start(AUTH0 + setting).close());
		assertThat(output).contains("APPLICATION FAILED TO START").contains(message);
	}

	@Test
	void failsWhenAddressIsNotSafe(CapturedOutput output) {
		assertThatException().isThrownBy(
				() -> Console.start(AUTH0 + "base-url=http://acme.example", AUTH0 + "token=not-to-be-shown").close());
		assertThat(output).contains("Property 'sso-connections.auth0.base-url' cannot be used")
			.doesNotContain("not-to-be-shown");
	}

}
