// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.LastTestRun;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.index.VirtualIndex;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What needs attention, and in which order.
 */
class AttentionListTests {

	private static final Instant NOW = VirtualIndex.START;

	private static final CertificateLint.Thresholds THRESHOLDS = new CertificateLint.Thresholds(Duration.ofDays(30),
			Duration.ofDays(7));

	private static final Account CLERK = Account.ofDefault("clerk");

	private final TestCatalog clerk = new TestCatalog("clerk");

	private final TestCatalog auth0 = new TestCatalog("auth0");

	private final VirtualIndex virtual = new VirtualIndex(this.clerk, this.auth0);

	@Test
	void sortsByUrgency() {
		this.clerk.with(entry("soon", true, days(20)));
		this.clerk.with(entry("critical", true, days(3)));
		this.clerk.with(entry("sooner", true, days(10)));
		this.clerk.with(entry("expired", true, days(-3)));
		this.clerk.with(entry("valid", true, days(100)));
		this.clerk.with(secret("secret", days(-1)));
		this.clerk.with(secret("secret-soon", days(29)));
		this.clerk.with(tested("failed", true, new LastTestRun("failed", days(-2), "No user")));
		this.clerk.with(tested("never", true, LastTestRun.NONE));
		this.clerk.with(tested("never-inactive", false, LastTestRun.NONE));
		this.clerk.with(tested("pending-only", true, new LastTestRun("pending", days(-1), null)));
		this.clerk.with(tested("tested", true, new LastTestRun("success", days(-2), null)));
		this.virtual.refresh();
		assertThat(list().items())
			.extracting(AttentionItem::kind, AttentionItem::severity, (item) -> item.connections().get(0).id())
			.containsExactly(tuple(AttentionKind.CERTIFICATE_EXPIRED, Severity.ERROR, "expired"),
					tuple(AttentionKind.SECRET_EXPIRED, Severity.ERROR, "secret"),
					tuple(AttentionKind.CERTIFICATE_EXPIRING, Severity.ERROR, "critical"),
					tuple(AttentionKind.CERTIFICATE_EXPIRING, Severity.WARNING, "sooner"),
					tuple(AttentionKind.CERTIFICATE_EXPIRING, Severity.WARNING, "soon"),
					tuple(AttentionKind.SECRET_EXPIRING, Severity.WARNING, "secret-soon"),
					tuple(AttentionKind.TEST_FAILED, Severity.WARNING, "failed"),
					tuple(AttentionKind.NEVER_TESTED, Severity.WARNING, "never"),
					tuple(AttentionKind.NEVER_TESTED, Severity.WARNING, "pending-only"),
					tuple(AttentionKind.NEVER_TESTED, Severity.INFO, "never-inactive"));
		assertThat(list().items().get(0).at()).isEqualTo(days(-3));
		assertThat(list().items().get(6).value()).isEqualTo("No user");
		assertThat(list().counts()).containsEntry(AttentionKind.CERTIFICATE_EXPIRING, 3L)
			.doesNotContainKey(AttentionKind.DOMAIN_CONFLICT);
		assertThat(list().connections()).hasSize(10);
	}

	@Test
	void leavesOutCertificatesOfInactiveConnectionsAndUnknownTestRuns() {
		this.clerk.with(entry("inactive", false, days(-3)));
		this.clerk.with(entry("unknown", null, days(100)));
		this.virtual.refresh();
		assertThat(list().items()).isEmpty();
	}

	@Test
	void hasConflictsThatMayAffectSignIns() {
		this.clerk.with(withDomain("1", true, "acme.com"))
			.with(withDomain("2", true, "acme.com"))
			.with(withDomain("3", true, "one.com"))
			.with(withDomain("4", false, "one.com"))
			.with(withDomain("5", false, "none.com"))
			.with(withDomain("6", false, "none.com"));
		this.virtual.refresh();
		assertThat(list().items())
			.extracting(AttentionItem::kind, AttentionItem::severity, AttentionItem::value,
					(item) -> item.connections().size())
			.containsExactly(tuple(AttentionKind.DOMAIN_CONFLICT, Severity.ERROR, "acme.com", 2),
					tuple(AttentionKind.DOMAIN_CONFLICT, Severity.WARNING, "one.com", 2));
	}

	@Test
	void namesAccountsThatCannotBeReachedBesideWhatIsKnown() {
		this.clerk.with(entry("expired", true, days(-3))).skipping(2);
		this.auth0.responding(Flux.error(unavailable()));
		this.virtual.refresh();
		assertThat(list().items()).extracting(AttentionItem::kind, AttentionItem::account)
			.containsExactly(tuple(AttentionKind.ACCOUNT_UNREACHABLE, Account.ofDefault("auth0")),
					tuple(AttentionKind.CERTIFICATE_EXPIRED, CLERK), tuple(AttentionKind.ACCOUNT_INCOMPLETE, CLERK));
		assertThat(list().items().get(0)).satisfies((item) -> {
			assertThat(item.at()).as("Never refreshed").isNull();
			assertThat(item.value()).isEqualTo("unavailable");
			assertThat(item.connections()).isEmpty();
		});
		this.auth0.recover();
		this.virtual.refresh();
		assertThat(list().counts()).doesNotContainKey(AttentionKind.ACCOUNT_UNREACHABLE);
	}

	@Test
	void isStableWhileARefreshEnds() {
		IndexedAccount account = mock();
		given(account.account()).willReturn(CLERK);
		given(account.failure()).willReturn(FailureReason.of(unavailable()), (FailureReason) null);
		RefreshedConnectionIndex index = mock();
		given(index.accounts()).willReturn(List.of(account));
		given(index.list(any())).willReturn(this.virtual.index().list(new ConnectionQuery()));
		assertThat(AttentionList.of(index, THRESHOLDS, NOW).counts()).containsKey(AttentionKind.ACCOUNT_UNREACHABLE);
	}

	@Test
	void makesNoRequest() {
		this.clerk.with(entry("expired", true, days(-3)));
		this.virtual.refresh();
		list();
		list();
		assertThat(this.clerk.refreshes()).isEqualTo(1);
		assertThat(this.clerk.reads()).isZero();
	}

	private AttentionList list() {
		return AttentionList.of(this.virtual.index(), THRESHOLDS, NOW);
	}

	private static Instant days(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

	private static CatalogEntry entry(String id, Boolean active, Instant expiresAt) {
		return new CatalogEntry("clerk", Account.DEFAULT, id, "Customer " + id, CatalogEntry.SAML, "saml_okta", active,
				List.of(id + ".example"), List.of(new CatalogCertificate(id, null, null, expiresAt)));
	}

	private static CatalogEntry secret(String id, Instant expiresAt) {
		return new CatalogEntry("clerk", Account.DEFAULT, id, "Customer " + id, CatalogEntry.OIDC, "oidc", true,
				List.of(id + ".example"), null, CatalogEntry.Details.NONE.withOidcSecretExpiresAt(expiresAt));
	}

	private static CatalogEntry tested(String id, Boolean active, LastTestRun run) {
		CatalogEntry entry = entry(id, active, days(1000));
		return entry.withDetails(entry.details().withLastTestRun(run));
	}

	private static CatalogEntry withDomain(String id, Boolean active, String domain) {
		return new CatalogEntry("clerk", Account.DEFAULT, id, "Customer " + id, CatalogEntry.OIDC, "oidc", active,
				List.of(domain), null);
	}

	private static SsoApiException unavailable() {
		return new SsoApiException.Unavailable(new SsoApiException.Details(Account.ofDefault("auth0"), "x.list", 503,
				"canary", List.of(), null, null, false, null));
	}

}
