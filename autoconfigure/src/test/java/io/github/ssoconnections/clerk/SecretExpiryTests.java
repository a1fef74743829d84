// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ClerkSecretExpiries}.
 */
class SecretExpiryTests {

	private static final Instant EXPIRY = Instant.parse("2027-01-31T10:20:30.987Z");

	private static final Instant SECONDS = Instant.parse("2027-01-31T10:20:30Z");

	private static final Account ACCOUNT = Account.ofDefault("clerk");

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ClerkSecretExpiryStore store = ClerkSecretExpiryStore.inMemory();

	private final ClerkSecretExpiries expiries = expiries(this.store);

	private static ClerkSecretExpiries expiries(ClerkSecretExpiryStore store) {
		ClerkClient client = Clerk.client(wire);
		return ClerkSecretExpiries.create(EnterpriseConnectionService.create(client), client, store);
	}

	private Map<String, Instant> stored() {
		return Clerk.result(this.store.getAll(ACCOUNT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"provider\":\"oidc_custom\",\"oauth_config\":{}", "\"provider\":\"new_one\"",
			"\"name\":\"acme\"" })
	void storesTheTimeOfTheAccount(String fields) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"," + fields + "}");
		this.expiries.noteSecretExpiry("ent_1", EXPIRY).block(Clerk.TIMEOUT);
		wire.received("GET", "/enterprise_connections/ent_1", "");
		assertThat(stored()).isEqualTo(Map.of("ent_1", SECONDS));
		assertThat(Clerk.result(this.expiries.getSecretExpiry("ent_1"))).isEqualTo(SECONDS);
		StepVerifier.create(this.expiries.getSecretExpiry("ent_2")).expectComplete().verify(Clerk.TIMEOUT);
		assertThat(Clerk.result(this.store.getAll(new Account("clerk", "europe")))).isEmpty();
		this.expiries.clearSecretExpiry("ent_1").block(Clerk.TIMEOUT);
		this.expiries.clearSecretExpiry("ent_1").block(Clerk.TIMEOUT);
		assertThat(stored()).isEmpty();
		assertThat(wire.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"provider\":\"saml_custom\"", "\"saml_connection\":{\"id\":\"samlc_1\"}" })
	void storesNothingForSaml(String fields) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"," + fields + "}");
		StepVerifier.create(this.expiries.noteSecretExpiry("ent_1", EXPIRY))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class)
				.hasMessageContaining("ent_1 uses SAML"))
			.verify(Clerk.TIMEOUT);
		assertThat(stored()).isEmpty();
	}

	@Test
	void storesNothingForAnUnknownConnection() {
		wire.respondsWith(404, "{\"errors\":[{\"code\":\"resource_not_found\"}]}");
		StepVerifier.create(this.expiries.noteSecretExpiry("ent_1", EXPIRY))
			.expectError(SsoApiException.NotFound.class)
			.verify(Clerk.TIMEOUT);
		assertThat(stored()).isEmpty();
	}

	@Test
	void catalogHasTheTimesOfOidcConnections() {
		this.store.put(ACCOUNT, "ent_1", SECONDS).block(Clerk.TIMEOUT);
		this.store.put(ACCOUNT, "ent_2", SECONDS).block(Clerk.TIMEOUT);
		this.store.put(ACCOUNT, "deleted", SECONDS).block(Clerk.TIMEOUT);
		AtomicReference<Mono<Map<String, Instant>>> times = new AtomicReference<>(this.store.getAll(ACCOUNT));
		EnterpriseConnectionService service = EnterpriseConnectionService.create(Clerk.client(wire));
		ClerkConnectionCatalog catalog = ClerkConnectionCatalog.create(Account.DEFAULT, service, null,
				new ClerkSecretExpiryStore() {

					@Override
					public Mono<Void> put(Account account, String connectionId, Instant expiresAt) {
						return Mono.empty();
					}

					@Override
					public Mono<Void> remove(Account account, String connectionId) {
						return Mono.empty();
					}

					@Override
					public Mono<Map<String, Instant>> getAll(Account account) {
						assertThat(account).isEqualTo(ACCOUNT);
						return times.get();
					}

				});
		wire.respondsWith(200, Clerk.page(3, "{\"id\":\"ent_1\",\"oauth_config\":{}}",
				"{\"id\":\"ent_2\",\"saml_connection\":{}}", "{\"id\":\"ent_3\",\"oauth_config\":{}}"));
		Map<String, Optional<Instant>> expected = Map.of("ent_1", Optional.of(SECONDS), "ent_2", Optional.empty(),
				"ent_3", Optional.empty());
		assertThat(times(catalog)).isEqualTo(expected);
		assertThat(catalog.toEntry(Clerk.result(service.listAll().next())).details().oidcSecretExpiresAt())
			.isEqualTo(SECONDS);
		// The last times, and all connections
		times.set(Mono.error(new IllegalStateException("no database")));
		assertThat(times(catalog)).isEqualTo(expected);
		times.set(Mono.just(Map.of()));
		assertThat(times(catalog).values()).containsOnly(Optional.empty());
	}

	private static Map<String, Optional<Instant>> times(ClerkConnectionCatalog catalog) {
		return Clerk.result(catalog.listAll()
			.collectMap(CatalogEntry::id, (entry) -> Optional.ofNullable(entry.details().oidcSecretExpiresAt())));
	}

	@Test
	void failsWithoutStoreAndSendsNothing() {
		ClerkSecretExpiries without = expiries(null);
		Stream
			.<Mono<?>>of(without.noteSecretExpiry("ent_1", EXPIRY), without.clearSecretExpiry("ent_1"),
					without.getSecretExpiry("ent_1"))
			.forEach((call) -> StepVerifier.create(call)
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(IllegalStateException.class)
					.hasMessageContaining("define a ClerkSecretExpiryStore bean"))
				.verify(Clerk.TIMEOUT));
		assertThat(wire.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "a/../b,2027-01-31T00:00:00Z", "..,2027-01-31T00:00:00Z", "'',2027-01-31T00:00:00Z",
			"ent_1,1999-12-31T23:59:59Z", "ent_1,+10000-01-01T00:00:00Z", "ent_1," })
	void rejectsInvalidArgumentsBeforeAnyRequest(String id, Instant expiresAt) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.expiries.noteSecretExpiry(id, expiresAt));
		if (!"ent_1".equals(id)) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.expiries.clearSecretExpiry(id));
			assertThatIllegalArgumentException().isThrownBy(() -> this.expiries.getSecretExpiry(id));
		}
		assertThat(wire.requests()).isEmpty();
	}

}
