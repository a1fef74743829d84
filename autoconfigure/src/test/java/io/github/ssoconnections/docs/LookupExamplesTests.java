// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs the examples of {@code docs/lookups.md}.
 */
class LookupExamplesTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final TestCatalog catalog = new TestCatalog("clerk").with(entry("ent_1", true, "acme.com"))
		.with(entry("ent_2", false, "acme.com", "acme.de"));

	private final RefreshedConnectionIndex index = new RefreshedConnectionIndex(List.of(this.catalog),
			ConnectionIndexSettings.defaults());

	@BeforeEach
	void refresh() {
		this.index.refresh().block(LIMIT);
	}

	@AfterEach
	void stop() {
		this.index.stop();
	}

	@Test
	void tellsSupport() {
		assertThat(LookupExamples.support(this.index, "Alice@ACME.com")).contains("As of ")
			.contains("clerk ent_1, active: true, DOMAIN acme.com")
			.contains("clerk ent_2, active: false, DOMAIN acme.com")
			.doesNotContain("Not known");
	}

	@Test
	void startsSignIns() {
		LookupExamples.SignInStart signIn = new LookupExamples.SignInStart(this.index);
		assertThat(signIn.start(new LookupExamples.Form("alice@acme.com")).step()).isEqualTo("sso");
		assertThat(signIn.start(new LookupExamples.Form("alice@acme.de")).step()).isEqualTo("password");
		assertThat(signIn.start(new LookupExamples.Form("alice@nobody.example")).step()).isEqualTo("password");
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> signIn.start(new LookupExamples.Form("alice")));
	}

	@Test
	void findsConflictsBeforeAnActivation() {
		assertThat(LookupExamples.mayActivate(this.index, "ent_2").block(LIMIT)).isFalse();
		this.catalog.without("ent_1");
		assertThat(LookupExamples.mayActivate(this.index, "ent_2").block(LIMIT)).isTrue();
	}

	private static CatalogEntry entry(String id, boolean active, String... domains) {
		return new CatalogEntry("clerk", Account.DEFAULT, id, "Acme", CatalogEntry.SAML, "saml_okta", active,
				List.of(domains), List.of());
	}

}
