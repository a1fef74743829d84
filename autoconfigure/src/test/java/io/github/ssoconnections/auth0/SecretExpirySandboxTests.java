// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Auth0SecretExpiries} over the sandbox, beside other updates.
 */
class SecretExpirySandboxTests {

	private static final Instant EXPIRY = Instant.parse("2027-01-31T00:00:00Z");

	private final Sandbox sandbox = Sandbox.start();

	private final Auth0Client client = Auth0.client(WebClient.builder(), this.sandbox.auth0().baseUrl(),
			this.sandbox.auth0().token());

	private final Auth0ConnectionService connections = Auth0ConnectionService.create(this.client);

	private final Auth0SecretExpiries expiries = Auth0SecretExpiries.create(this.client);

	private final String id = Auth0.result(this.connections.create(new NewAuth0Connection().name("acme")
		.strategy(ConnectionStrategy.OIDC)
		.displayName("Acme")
		.metadata(Map.of("crm", "7")))).id();

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void notesReadsAndRemoves() {
		this.expiries.noteSecretExpiry(this.id, EXPIRY).block(Auth0.TIMEOUT);
		assertThat(Auth0.result(this.expiries.getSecretExpiry(this.id))).isEqualTo(EXPIRY);
		assertThat(Auth0.result(this.connections.get(this.id)).displayName()).isEqualTo("Acme");
		this.expiries.clearSecretExpiry(this.id).block(Auth0.TIMEOUT);
		StepVerifier.create(this.expiries.getSecretExpiry(this.id)).expectComplete().verify(Auth0.TIMEOUT);
		assertThat(Auth0.result(this.connections.get(this.id)).metadata()).isEqualTo(Map.of("crm", "7"));
	}

	@Test
	void isInTheCatalog() {
		Auth0ConnectionCatalog catalog = Auth0ConnectionCatalog.create(this.connections);
		assertThat(times(catalog)).containsEntry(this.id, Optional.empty());
		this.expiries.noteSecretExpiry(this.id, EXPIRY).block(Auth0.TIMEOUT);
		assertThat(times(catalog)).containsEntry(this.id, Optional.of(EXPIRY));
		this.connections.setMetadata(this.id, Auth0SecretExpiries.METADATA_KEY, "soon").block(Auth0.TIMEOUT);
		assertThat(times(catalog)).containsEntry(this.id, Optional.empty());
	}

	private static Map<String, Optional<Instant>> times(Auth0ConnectionCatalog catalog) {
		return Auth0.result(catalog.listAll()
			.collectMap(CatalogEntry::id, (entry) -> Optional.ofNullable(entry.details().oidcSecretExpiresAt())));
	}

	@Test
	void losesNoUpdateThatIsMadeAtTheSameTime() {
		Mono<Void> others = Flux.range(0, 8)
			.flatMap((i) -> this.connections.setMetadata(this.id, "key" + i, "v" + i))
			.then();
		Mono.when(others, this.expiries.noteSecretExpiry(this.id, EXPIRY)).block(Auth0.TIMEOUT);
		assertThat(Auth0.result(this.connections.get(this.id)).metadata()).hasSize(10)
			.containsEntry("crm", "7")
			.containsEntry("key7", "v7")
			.containsEntry(Auth0SecretExpiries.METADATA_KEY, "2027-01-31T00:00:00Z");
	}

}
