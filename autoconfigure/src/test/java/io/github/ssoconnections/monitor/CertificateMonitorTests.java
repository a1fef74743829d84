// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateMonitorTests {

	private static final Instant START = VirtualMonitor.START;

	private final TestCatalog catalog = new TestCatalog("clerk").with("ent_1", START.plus(Duration.ofDays(99)));

	@Test
	void keepsCertificatesWhenARefreshFails() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).start();
		Instant refreshedAt = virtual.now();
		this.catalog.responding(Flux.concat(Flux.just(entry("ent_2")), Flux.error(unavailable())));
		virtual.refresh();
		CertificateReport report = virtual.monitor().report();
		assertThat(this.catalog.refreshes()).isEqualTo(2);
		assertThat(report.refreshedAt()).isEqualTo(refreshedAt);
		assertThat(report.failure()).isEqualTo(FailureReason.UNAVAILABLE);
		assertThat(report.active()).containsEntry(CertificateState.VALID, 1L);
		assertThat(virtual.monitor().accounts().get(0).connections()).containsOnlyKeys("ent_1");
		this.catalog.recover();
		virtual.refresh();
		assertThat(virtual.monitor().report().failure()).isNull();
		assertThat(virtual.monitor().report().refreshedAt()).isAfter(refreshedAt);
	}

	@Test
	void refreshesAccountsIndependently() {
		TestCatalog other = new TestCatalog("other").responding(Flux.error(unavailable()));
		VirtualMonitor virtual = new VirtualMonitor(this.catalog, other).start();
		CertificateReport report = virtual.monitor().report();
		assertThat(report.active()).containsEntry(CertificateState.VALID, 1L);
		assertThat(report.refreshedAt()).as("Not all is known").isNull();
		assertThat(report.failure()).isEqualTo(FailureReason.UNAVAILABLE);
		other.with("con_1", START).recover();
		virtual.refresh();
		assertThat(this.catalog.refreshes()).isEqualTo(2);
		assertThat(virtual.monitor().report().refreshedAt()).isBetween(START, virtual.now());
		assertThat(virtual.monitor().report().active()).containsEntry(CertificateState.EXPIRED, 1L);
	}

	@Test
	void countsConnectionsByState() {
		this.catalog.with("expiring", START.plus(Duration.ofDays(20)))
			.with("critical", START.plus(Duration.ofDays(2)))
			.with("expired", START.minus(Duration.ofDays(2)))
			.with("later", true, new CatalogCertificate(null, null, START.plusSeconds(999), Instant.MAX))
			.with("none", true)
			.with("unknown", true, new CatalogCertificate(null, null, null, null))
			.with("inactive", false)
			.with("maybe", null, new CatalogCertificate("maybe", null, null, Instant.MAX))
			.with(new CatalogEntry("clerk", Account.DEFAULT, "oidc", null, CatalogEntry.OIDC, null, true, List.of(),
					List.of()))
			.with(new CatalogEntry("clerk", Account.DEFAULT, "other", null, null, null, true, List.of(), null))
			.with(new CatalogEntry("clerk", Account.DEFAULT, null, null, CatalogEntry.SAML, null, true, List.of(),
					null));
		CertificateReport report = new VirtualMonitor(this.catalog).start().monitor().report();
		assertThat(report.active()).containsEntry(CertificateState.VALID, 2L)
			.containsEntry(CertificateState.EXPIRING, 1L)
			.containsEntry(CertificateState.CRITICAL, 1L)
			.containsEntry(CertificateState.EXPIRED, 1L)
			.containsEntry(CertificateState.NOT_YET_VALID, 1L)
			.containsEntry(CertificateState.NONE, 1L)
			.containsEntry(CertificateState.UNKNOWN, 1L)
			.hasSize(CertificateState.values().length);
		assertThat(report.inactive()).isEqualTo(1);
	}

	private static CatalogEntry entry(String id) {
		return new CatalogEntry("clerk", Account.DEFAULT, id, new String("Customer " + id), CatalogEntry.SAML, null,
				true, List.of("customer.example"),
				List.of(new CatalogCertificate("f".repeat(64), new String("CN=" + id), START, Instant.MAX)));
	}

	private static SsoApiException unavailable() {
		return new SsoApiException.Unavailable(new SsoApiException.Details(Account.ofDefault("clerk"), "x.list", 503,
				"canary", List.of(), null, null, false, null));
	}

}
