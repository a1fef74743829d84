// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0SecretExpiries;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.clerk.ClerkSecretExpiryStore;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.testing.Database;
import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link SecretExpiryExamples}.
 */
class SecretExpiryExamplesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	@Test
	void storesTimesByAccount() {
		Database database = new Database("how-to/watch-client-secrets.md");
		try {
			ClerkSecretExpiryStore store = new SecretExpiryExamples.JdbcSecretExpiryStore(database.jdbcClient());
			Account account = Account.ofDefault("clerk");
			Instant expiry = Instant.parse("2027-01-31T10:20:30Z");
			store.put(account, "ent_1", Instant.EPOCH).block(TIMEOUT);
			store.put(account, "ent_1", expiry).block(TIMEOUT);
			store.put(account, "ent_2", expiry).block(TIMEOUT);
			store.put(new Account("clerk", "europe"), "ent_1", Instant.EPOCH).block(TIMEOUT);
			assertThat(store.get(account, "ent_1").block(TIMEOUT)).isEqualTo(expiry);
			store.remove(account, "ent_2").block(TIMEOUT);
			assertThat(store.getAll(account).block(TIMEOUT)).isEqualTo(Map.of("ent_1", expiry));
		}
		finally {
			database.close();
		}
	}

	@Test
	void notesTheExpiry() {
		try (Sandbox sandbox = Sandbox.start()) {
			Auth0Client client = Auth0Client.create(WebClient.builder(),
					Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token()),
					Auth0Settings.defaults());
			String id = Auth0ConnectionService.create(client)
				.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.OIDC))
				.blockOptional(TIMEOUT)
				.orElseThrow()
				.id();
			Auth0SecretExpiries expiries = Auth0SecretExpiries.create(client);
			new SecretExpiryExamples().note(expiries, id, LocalDate.of(2027, 1, 31)).block(TIMEOUT);
			assertThat(expiries.getSecretExpiry(id).block(TIMEOUT)).isEqualTo(Instant.parse("2027-01-31T00:00:00Z"));
		}
	}

}
