// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Lists of the index: filters, order, pages, and what is unknown.
 */
class ConnectionListTests {

	private static final Instant SOON = Instant.parse("2026-12-01T00:00:00Z");

	private final TestCatalog clerk = new TestCatalog("clerk");

	private final TestCatalog auth0 = new TestCatalog("auth0", "eu");

	private final VirtualIndex virtual = new VirtualIndex(this.clerk, this.auth0);

	@ParameterizedTest
	@CsvSource({ "acme, clerk_1", "ACME, clerk_1", "'  ', clerk_1 con_2 con_3", "inc, clerk_1 con_3",
			"inc acme, clerk_1", "bücher, con_2", "BÜCHER.example, con_2", "xn--bcher, con_2", "con_, con_2 con_3",
			"samlp, con_2", "nowhere, ''", "a.ple, ''" })
	void findsEveryWordInNameDomainIdAndProvider(String text, String expected) {
		seed();
		List<String> ids = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
		assertThat(ids(new ConnectionQuery().text(text).sort(ConnectionSort.ACCOUNT, false)))
			.containsExactlyInAnyOrderElementsOf(ids);
	}

	@Test
	void filters() {
		seed();
		assertThat(ids(new ConnectionQuery().vendor("auth0"))).containsExactlyInAnyOrder("con_2", "con_3");
		assertThat(ids(new ConnectionQuery().account(new Account("auth0", "eu")))).hasSize(2);
		assertThat(ids(new ConnectionQuery().account(Account.ofDefault("auth0")))).isEmpty();
		assertThat(ids(new ConnectionQuery().protocol(CatalogEntry.OIDC))).containsExactly("con_3");
		assertThat(ids(new ConnectionQuery().active(true))).containsExactly("clerk_1");
		assertThat(ids(new ConnectionQuery().active(false))).containsExactly("con_2");
		assertThat(ids(new ConnectionQuery().filter((entry) -> "con_3".equals(entry.id())).protocol("saml"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "NAME, clerk_1 con_3 con_2, con_3 clerk_1 con_2", "DOMAIN, clerk_1 con_2 con_3, con_2 clerk_1 con_3",
			"PROVIDER, con_3 clerk_1 con_2, con_2 clerk_1 con_3", "STATE, clerk_1 con_3 con_2, con_2 con_3 clerk_1",
			"EXPIRY, clerk_1 con_3 con_2, con_3 clerk_1 con_2", "ACCOUNT, con_2 con_3 clerk_1, clerk_1 con_2 con_3" })
	void sortsWithUnknownValuesAtTheEnd(ConnectionSort sort, String ascending, String descending) {
		seed();
		assertThat(ids(new ConnectionQuery().sort(sort, false))).containsExactly(ascending.split(" "));
		assertThat(ids(new ConnectionQuery().sort(sort, true))).containsExactly(descending.split(" "));
	}

	@ParameterizedTest
	@EnumSource(ConnectionSort.class)
	void turnsPagesWithoutLossOrDuplicate(ConnectionSort sort) {
		IntStream.range(0, 95).forEach((i) -> this.clerk.with("id" + i, SOON.plusSeconds(i % 7)));
		this.virtual.refresh();
		List<String> seen = new ArrayList<>();
		for (int offset = 0; offset < 100; offset += 10) {
			ConnectionPage page = this.virtual.index().list(new ConnectionQuery().sort(sort, false).page(offset, 10));
			assertThat(page.total()).isEqualTo(95);
			assertThat(page.offset()).isEqualTo(offset);
			page.connections().forEach((entry) -> seen.add(entry.id()));
		}
		assertThat(seen).doesNotHaveDuplicates()
			.hasSize(95)
			.isEqualTo(ids(new ConnectionQuery().sort(sort, false).page(0, ConnectionQuery.MAX_LIMIT)));
		assertThat(ids(new ConnectionQuery().page(95, 10))).isEmpty();
		assertThat(ids(new ConnectionQuery().page(Integer.MAX_VALUE, 10))).isEmpty();
	}

	@Test
	void saysWhatIsUnknown() {
		this.clerk.with(TestEntries.clerk("1", true, null, "acme.com")).skipping(2);
		this.auth0.responding(Flux.error(unavailable()));
		this.virtual.refresh();
		ConnectionPage page = this.virtual.index().list(new ConnectionQuery());
		assertThat(page.connections()).hasSize(1);
		assertThat(page.notRead()).containsExactly(new Account("auth0", "eu"));
		assertThat(page.gaps()).containsExactly(new AccountGap(Account.ofDefault("clerk"), 0, 2, false));
		assertThat(page.isComplete()).isFalse();
		assertThat(page.refreshedAt()).isNull();
		ConnectionPage ofClerk = this.virtual.index().list(new ConnectionQuery().vendor("clerk"));
		assertThat(ofClerk.notRead()).isEmpty();
		assertThat(ofClerk.refreshedAt()).isEqualTo(this.virtual.now());
	}

	@Test
	void makesNoRequest() {
		seed();
		for (int i = 0; i < 10; i++) {
			ids(new ConnectionQuery().text("acme").page(i, 1));
		}
		assertThat(this.clerk.refreshes() + this.auth0.refreshes()).isEqualTo(2);
		assertThat(this.clerk.reads() + this.auth0.reads()).isZero();
	}

	@Test
	void rejectsInvalidQueries() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionQuery().page(-1, 10));
		assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionQuery().page(0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionQuery().page(0, 1_001));
		assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionQuery().text("a".repeat(201)));
		assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionQuery().vendor(" "));
	}

	private void seed() {
		this.clerk.with(new CatalogEntry("clerk", Account.DEFAULT, "clerk_1", "Acme Inc", CatalogEntry.SAML,
				"saml_okta", true, List.of("acme.example"), List.of(TestCatalog.certificate("one", null, SOON))));
		this.auth0.with(new CatalogEntry("auth0", "eu", "con_2", null, CatalogEntry.SAML, "samlp", false,
				List.of("xn--bcher-kva.example"), List.of()));
		this.auth0.with(new CatalogEntry("auth0", "eu", "con_3", "globex inc", CatalogEntry.OIDC, "oidc", null,
				List.of(), null, CatalogEntry.Details.NONE.withOidcSecretExpiresAt(SOON.plus(Duration.ofDays(1)))));
		this.virtual.refresh();
	}

	private List<String> ids(ConnectionQuery query) {
		return this.virtual.index().list(query).connections().stream().map(CatalogEntry::id).toList();
	}

	private static SsoApiException unavailable() {
		return new SsoApiException.Unavailable(new SsoApiException.Details(new Account("auth0", "eu"), "x.list", 503,
				"canary", List.of(), null, null, false, null));
	}

}
