// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sample.Console;
import io.github.ssoconnections.sample.InvalidSettingException;
import io.github.ssoconnections.sample.sandbox.EmbeddedSandbox;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class ClerkAccountTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Test
	void usesSeededSandboxWhenKeyIsBlank(CapturedOutput output) {
		try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=   ")) {
			ClerkAccount account = context.getBean(ClerkAccount.class);
			assertThat(account.isSandbox()).isTrue();
			assertThat(account.getBaseUrl()).startsWith("http://127.0.0.1:");
			assertThat(context.getBean(EnterpriseConnectionService.class).listAll().count().block(PATIENCE))
				.isEqualTo(8);
			assertThat(output).contains("Sandbox of Clerk at " + account.getBaseUrl()).contains("sk_test_sandbox");
		}
	}

	@Test
	void stopsSandboxWithTheApplication() {
		EmbeddedSandbox sandbox;
		try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=")) {
			sandbox = context.getBean(EmbeddedSandbox.class);
			assertThat(sandbox.isRunning()).isTrue();
		}
		assertThat(sandbox.isRunning()).isFalse();
	}

	@Test
	void startsSandboxOnGivenPort() throws IOException {
		int port = freePort();
		try (ConfigurableApplicationContext context = Console.start("--sso-connections.clerk.api-key=",
				"--sandbox.port=" + port)) {
			assertThat(context.getBean(ClerkAccount.class).getBaseUrl()).isEqualTo("http://127.0.0.1:" + port + "/v1");
		}
	}

	@Test
	void failsWhenPortOfSandboxIsTaken(CapturedOutput output) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThatException()
				.isThrownBy(() -> Console
					.start("--sso-connections.clerk.api-key=", "--sandbox.port=" + taken.getLocalPort())
					.close())
				.havingRootCause()
				.isInstanceOf(InvalidSettingException.class);
		}
		assertThat(output).contains("APPLICATION FAILED TO START").contains("Property 'sandbox.port' cannot be used");
	}

	@Test
	void usesOtherServerWithoutSandboxWhenKeyIsSet(CapturedOutput output) {
		try (Sandbox other = Sandbox.start();
				ConfigurableApplicationContext context = Console.start(
						"--sso-connections.clerk.api-key= sk_test_other ",
						"--sso-connections.clerk.base-url=" + other.clerkBaseUrl() + "/",
						"--sso-connections.auth0.base-url=" + other.auth0().baseUrl(),
						"--sso-connections.auth0.token=made-up")) {
			ClerkAccount account = context.getBean(ClerkAccount.class);
			assertThat(account.isSandbox()).isFalse();
			assertThat(account.getApiKey()).isEqualTo("sk_test_other");
			assertThat(context.getBean(EmbeddedSandbox.class).isRunning()).isFalse();
			assertThat(context.getBean(EnterpriseConnectionService.class).listAll().count().block(PATIENCE)).isZero();
			assertThat(other.requests()).hasSize(1);
			assertThat(output).contains("Account of Clerk at " + other.clerkBaseUrl()).doesNotContain("sk_test_other");
		}
	}

	@Test
	void usesTheVendorsAddressWhenOnlyKeyIsSet() {
		try (ConfigurableApplicationContext context = Console
			.start("--sso-connections.clerk.api-key=sk_live_made-up")) {
			assertThat(context.getBean(ClerkAccount.class).getBaseUrl()).isEqualTo("https://api.clerk.com/v1");
		}
	}

	@Test
	void failsWhenThereIsBaseUrlWithoutKey(CapturedOutput output) {
		assertThatException()
			.isThrownBy(
					() -> Console
						.start("--sso-connections.clerk.api-key=",
								"--sso-connections.clerk.base-url=https://user:pass@api.example")
						.close())
			.havingRootCause()
			.isInstanceOf(InvalidSettingException.class);
		assertThat(output).contains("'sso-connections.clerk.api-key' is blank")
			.contains("CLERK_SECRET_KEY")
			.doesNotContain("user:pass");
	}

	@Test
	void failsWithoutShowingTheKeyWhenItCannotBeOne(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> Console.start("--sso-connections.clerk.api-key=sk_live_made up").close());
		assertThat(output).contains("Property 'sso-connections.clerk.api-key' cannot be used")
			.doesNotContain("sk_live_made");
	}

	@Test
	void failsWhenKeyIsPublishable(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> Console.start("--sso-connections.clerk.api-key=pk_live_made-up").close());
		assertThat(output).contains("it holds a publishable key").contains("Use the secret key");
	}

	@Test
	void failsWhenBaseUrlIsNotSafe(CapturedOutput output) {
		assertThatException().isThrownBy(
				() -> Console
					.start("--sso-connections.clerk.api-key=sk_test_other",
							"--sso-connections.clerk.base-url=http://api.example")
					.close());
		assertThat(output).contains("Property 'sso-connections.clerk.base-url' cannot be used")
			.contains("must start with 'https://'");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

}
