// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.Map;
import java.util.function.Supplier;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The examples of the page {@code keys-from-a-vault.md}. Run by
 * {@link CredentialsExamplesTests}.
 */
final class CredentialsExamples {

	private CredentialsExamples() {
	}

	// tag::vault-secrets[]
	@Component
	static class VaultSecrets {

		private final Supplier<Map<String, String>> vault;

		private volatile Map<String, String> secrets;

		VaultSecrets(Supplier<Map<String, String>> vault) {
			this.vault = vault;
			this.secrets = vault.get();
		}

		@Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
		void refresh() {
			this.secrets = this.vault.get();
		}

		String get(String name) {
			return this.secrets.get(name);
		}

	}
	// end::vault-secrets[]

	// tag::vault-details[]
	@Configuration(proxyBeanMethods = false)
	static class VaultConnectionDetails {

		@Bean
		ClerkConnectionDetails clerkConnectionDetails(VaultSecrets secrets) {
			return () -> secrets.get("clerk-secret-key");
		}

		@Bean
		Auth0ConnectionDetails auth0ConnectionDetails(VaultSecrets secrets) {
			return new Auth0ConnectionDetails() {

				@Override
				public String getBaseUrl() {
					return "https://acme.eu.auth0.com";
				}

				@Override
				public String getClientId() {
					return secrets.get("auth0-client-id");
				}

				@Override
				public String getClientSecret() {
					return secrets.get("auth0-client-secret");
				}

			};
		}

	}
	// end::vault-details[]

}
