// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.clerk.webhook.ClerkWebhook;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Runs the examples of the page {@code look-up-a-domain.md}.
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
	void reportsSupport() {
		assertThat(LookupExamples.support(this.index, "Alice@ACME.com")).contains("As of ")
			.contains("clerk ent_1, active: true, DOMAIN acme.com")
			.contains("clerk ent_2, active: false, DOMAIN acme.com")
			.doesNotContain("Not known");
	}

	@Test
	void fillsTable() {
		assertThat(LookupExamples.table(this.index).connections()).extracting(CatalogEntry::id)
			.containsExactly("ent_1");
	}

	@Test
	void findsWhatIsUrgent() {
		assertThat(new LookupExamples().mail(this.index)).isEmpty();
		this.catalog.with(entry("ent_3", true, "acme.com"));
		refresh();
		assertThat(new LookupExamples().mail(this.index)).containsExactly("DOMAIN_CONFLICT at clerk, null");
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

	@Test
	void refreshesAfterAWebhookAboutADomain() {
		new LookupExamples().refresh(this.index, webhook(false, null)).block(LIMIT);
		assertThat(this.catalog.reads()).isZero();
		new LookupExamples().refresh(this.index, webhook(true, "org_1")).block(LIMIT);
		assertThat(this.catalog.reads()).as("The connections of the organization").isEqualTo(1);
		assertThat(this.catalog.refreshes()).isEqualTo(1);
		new LookupExamples().refresh(this.index, webhook(true, null)).block(LIMIT);
		assertThat(this.catalog.refreshes()).isEqualTo(2);
	}

	private static ClerkWebhook webhook(boolean ofDomain, String organizationId) {
		ClerkWebhook webhook = mock(ClerkWebhook.class);
		given(webhook.isOrganizationDomain()).willReturn(ofDomain);
		given(webhook.organizationId()).willReturn(organizationId);
		return webhook;
	}

	private static CatalogEntry entry(String id, boolean active, String... domains) {
		return new CatalogEntry("clerk", Account.DEFAULT, id, "Acme", CatalogEntry.SAML, "saml_okta", active,
				List.of(domains), List.of(), new CatalogEntry.Details(false, null, null, null,
						active ? List.of("org_1") : List.of(), null, null, null));
	}

}
