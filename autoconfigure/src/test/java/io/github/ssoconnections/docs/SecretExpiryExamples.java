// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0SecretExpiries;
import io.github.ssoconnections.clerk.ClerkSecretExpiryStore;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The examples of the page {@code watch-client-secrets.md}.
 * {@link SecretExpiryExamplesTests} runs them.
 */
final class SecretExpiryExamples {

	// tag::note-secret-expiry[]
	Mono<Void> note(Auth0SecretExpiries expiries, String connectionId, LocalDate lastDay) {
		return expiries.noteSecretExpiry(connectionId, lastDay.atStartOfDay(ZoneOffset.UTC).toInstant());
	}
	// end::note-secret-expiry[]

	// tag::secret-expiry-store[]
	@Component
	static class JdbcSecretExpiryStore implements ClerkSecretExpiryStore {

		private final JdbcClient jdbc;

		JdbcSecretExpiryStore(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		@Override
		public Mono<Void> put(Account account, String connectionId, Instant expiresAt) {
			return remove(account, connectionId)
				.then(blocking(() -> this.jdbc
					.sql("INSERT INTO clerk_secret (account, connection_id, expires_at) VALUES (?, ?, ?)")
					.params(account.name(), connectionId, expiresAt.getEpochSecond())
					.update()))
				.then();
		}

		@Override
		public Mono<Void> remove(Account account, String connectionId) {
			return blocking(() -> this.jdbc.sql("DELETE FROM clerk_secret WHERE account = ? AND connection_id = ?")
				.params(account.name(), connectionId)
				.update()).then();
		}

		@Override
		public Mono<Map<String, Instant>> getAll(Account account) {
			return blocking(() -> this.jdbc.sql("SELECT connection_id, expires_at FROM clerk_secret WHERE account = ?")
				.param(account.name())
				.query((row, number) -> Map.entry(row.getString(1), Instant.ofEpochSecond(row.getLong(2))))
				.list()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
		}

		private static <T> Mono<T> blocking(Callable<T> statement) {
			return Mono.fromCallable(statement).subscribeOn(Schedulers.boundedElastic());
		}

	}
	// end::secret-expiry-store[]

}
