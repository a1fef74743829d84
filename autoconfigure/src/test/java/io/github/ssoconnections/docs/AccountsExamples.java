// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The examples of the page {@code use-several-accounts.md}. {@link AccountsExamplesTests}
 * runs them.
 */
final class AccountsExamples {

	private AccountsExamples() {
	}

	static ClerkAccount withoutBoot(WebClient.Builder webClientBuilder, String key) {
		// tag::without-boot[]
		ClerkConnectionDetails details = ClerkConnectionDetails.of(key).withAccount("europe");
		ClerkAccount europe = ClerkAccount.of(ClerkClient.create(webClientBuilder, details));
		// end::without-boot[]
		return europe;
	}

	// tag::inject[]
	@Service
	static class Migration {

		private final EnterpriseConnectionService source;

		private final EnterpriseConnectionService europe;

		private final Auth0ConnectionService live;

		Migration(EnterpriseConnectionService source, @Qualifier("europe") EnterpriseConnectionService europe,
				@Qualifier("live") Auth0ConnectionService live) {
			this.source = source;
			this.europe = europe;
			this.live = live;
		}

		Flux<Long> counts() {
			return Flux.concat(this.source.listAll().count(), this.europe.listAll().count(),
					this.live.listAll().count());
		}

	}
	// end::inject[]

	// tag::look-up[]
	@Service
	static class Regions {

		private final ClerkAccounts accounts;

		Regions(ClerkAccounts accounts) {
			this.accounts = accounts;
		}

		Mono<Long> count(String region) {
			return this.accounts.get(region).enterpriseConnections().listAll().count();
		}

		Flux<Long> countAll() {
			return Flux.fromIterable(this.accounts.names()).concatMap(this::count);
		}

	}
	// end::look-up[]

	// tag::details[]
	@Configuration(proxyBeanMethods = false)
	static class LiveCredentials {

		@Bean(defaultCandidate = false)
		Auth0ConnectionDetails liveDetails(Vault vault) {
			return Auth0ConnectionDetails
				.ofClientCredentials("https://acme.eu.auth0.com", vault.read("client-id"), vault.read("client-secret"))
				.withAccount("live");
		}

	}
	// end::details[]

	/**
	 * Source of secrets.
	 */
	interface Vault {

		String read(String name);

	}

}
