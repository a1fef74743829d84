// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkSecretExpiries;
import io.github.ssoconnections.clerk.ClerkSecretExpiryStore;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of the {@link ClerkSecretExpiryStore} of the application, which all accounts at
 * Clerk and their catalogs share.
 */
class SecretExpiryAutoConfigurationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Instant EXPIRY = Instant.parse("2027-01-31T00:00:00Z");

	private static final String CONNECTION = "{\"id\":\"ent_1\",\"oauth_config\":{}}";

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = ClerkContexts.against(wire.baseUrl())
		.withConfiguration(AutoConfigurations.of(ConnectionCatalogAutoConfiguration.class))
		.withPropertyValues("sso-connections.clerk.accounts.europe.api-key=sk_test_europe",
				"sso-connections.clerk.accounts.europe.base-url=" + wire.baseUrl());

	@Test
	void serviceAndCatalogOfEachAccountUseTheStore() {
		this.contextRunner.withBean(ClerkSecretExpiryStore.class, ClerkSecretExpiryStore::inMemory).run((context) -> {
			ClerkAccounts accounts = context.getBean(ClerkAccounts.class);
			wire.respondsWith(200, CONNECTION);
			context.getBean(ClerkSecretExpiries.class).noteSecretExpiry("ent_1", EXPIRY).block(TIMEOUT);
			accounts.get("europe").secretExpiries().noteSecretExpiry("ent_1", EXPIRY.plusSeconds(1)).block(TIMEOUT);
			ClerkSecretExpiryStore store = context.getBean(ClerkSecretExpiryStore.class);
			assertThat(store.get(new Account("clerk", "europe"), "ent_1").block(TIMEOUT))
				.isEqualTo(EXPIRY.plusSeconds(1));
			wire.respondsTo("/enterprise_connections?limit=100&offset=0", 200,
					"{\"data\":[" + CONNECTION + "],\"total_count\":1}");
			wire.respondsTo("/saml_connections?limit=100&offset=0", 200, "{\"data\":[],\"total_count\":0}");
			assertThat(expiry(context.getBean(ClerkConnectionCatalog.class))).isEqualTo(EXPIRY);
			assertThat(expiry(accounts.get("europe").connectionCatalog())).isEqualTo(EXPIRY.plusSeconds(1));
		});
	}

	private static Instant expiry(ClerkConnectionCatalog catalog) {
		return catalog.listAll()
			.map(CatalogEntry::details)
			.mapNotNull(CatalogEntry.Details::oidcSecretExpiresAt)
			.single()
			.block(TIMEOUT);
	}

	@Test
	void saysWhatIsMissingWithoutStore() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(ClerkSecretExpiryStore.class);
			assertThatIllegalStateException().isThrownBy(
					() -> context.getBean(ClerkSecretExpiries.class).noteSecretExpiry("ent_1", EXPIRY).block(TIMEOUT))
				.withMessageContaining("define a ClerkSecretExpiryStore bean");
			assertThat(wire.requests()).isEmpty();
		});
	}

}
