// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link CredentialsExamples}: a secret that is rotated in the vault is that of the
 * next request.
 */
class CredentialsExamplesTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final Map<String, String> vault = new HashMap<>(
			Map.of("clerk-secret-key", "sk_test_old", "auth0-client-id", "client", "auth0-client-secret", "secret"));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withBean("vault", Supplier.class, () -> () -> Map.copyOf(this.vault))
		.withBean(CredentialsExamples.VaultSecrets.class);

	@Test
	void detailsAreThoseOfTheVault() {
		this.contextRunner.withUserConfiguration(CredentialsExamples.VaultConnectionDetails.class).run((context) -> {
			assertThat(context).hasSingleBean(EnterpriseConnectionService.class)
				.hasSingleBean(Auth0ConnectionService.class);
			Auth0ConnectionDetails auth0 = context.getBean(Auth0ConnectionDetails.class);
			assertThat(auth0.getClientId() + "/" + auth0.getClientSecret()).isEqualTo("client/secret");
			assertThat(auth0.getAudience()).isEqualTo("https://acme.eu.auth0.com/api/v2/");
			ClerkConnectionDetails clerk = context.getBean(ClerkConnectionDetails.class);
			this.vault.put("clerk-secret-key", "sk_test_new");
			assertThat(clerk.getApiKey()).isEqualTo("sk_test_old");
			context.getBean(CredentialsExamples.VaultSecrets.class).refresh();
			assertThat(clerk.getApiKey()).isEqualTo("sk_test_new");
		});
	}

	@Test
	void aRotatedKeyIsThatOfTheNextRequest() {
		try (Sandbox sandbox = Sandbox.start()) {
			this.contextRunner.withBean("address", String.class, sandbox::clerkBaseUrl)
				.withUserConfiguration(AtTheSandbox.class)
				.run((context) -> {
					EnterpriseConnectionService service = context.getBean(EnterpriseConnectionService.class);
					service.list().block(LIMIT);
					this.vault.put("clerk-secret-key", "sk_test_new");
					context.getBean(CredentialsExamples.VaultSecrets.class).refresh();
					service.list().block(LIMIT);
					assertThat(sandbox.requests()).extracting((request) -> request.header("Authorization"))
						.containsExactly("Bearer sk_test_old", "Bearer sk_test_new");
				});
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class AtTheSandbox {

		@Bean
		ClerkConnectionDetails clerkConnectionDetails(CredentialsExamples.VaultSecrets secrets, String address) {
			ClerkConnectionDetails details = new CredentialsExamples.VaultConnectionDetails()
				.clerkConnectionDetails(secrets);
			return new ClerkConnectionDetails() {

				@Override
				public String getApiKey() {
					return details.getApiKey();
				}

				@Override
				public String getBaseUrl() {
					return address;
				}

			};
		}

	}

}
