// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateMonitorTests {

	private static final Instant START = VirtualMonitor.START;

	private final TestCatalog catalog = new TestCatalog("clerk").with("ent_1", START.plus(Duration.ofDays(99)));

	@Test
	void doesNothingBeforeItStarts() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog);
		virtual.advance(Duration.ofDays(1));
		assertThat(virtual.monitor().isRunning()).isFalse();
		assertThat(virtual.schedulers()).isZero();
		assertThat(this.catalog.refreshes()).isZero();
		assertThat(virtual.monitor().report().refreshedAt()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "0, PT0S", "0.5, PT15S", "1, PT30S" })
	void startsTheFirstRefreshAfterARandomDelay(double random, Duration delay) {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).random(random);
		virtual.monitor().start();
		if (!delay.isZero()) {
			virtual.advance(delay.minusMillis(1));
			assertThat(this.catalog.refreshes()).isZero();
		}
		virtual.advance(Duration.ofMillis(1));
		assertThat(this.catalog.refreshes()).isEqualTo(1);
		assertThat(virtual.monitor().report().refreshedAt()).isBetween(START.plus(delay),
				START.plus(delay).plusMillis(1));
	}

	@ParameterizedTest
	@CsvSource({ "0, PT54M", "0.5, PT60M", "1, PT66M" })
	void refreshesEveryHourWithJitter(double random, Duration interval) {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).random(random);
		virtual.monitor().start();
		virtual.advance(Duration.ofSeconds(30));
		Instant first = virtual.monitor().report().refreshedAt();
		virtual.advance(Duration.between(virtual.now(), first.plus(interval)).minusMillis(1));
		assertThat(this.catalog.refreshes()).isEqualTo(1);
		virtual.advance(Duration.ofMillis(1));
		assertThat(this.catalog.refreshes()).isEqualTo(2);
		assertThat(virtual.monitor().report().refreshedAt()).isEqualTo(first.plus(interval));
	}

	@Test
	void neverRefreshesConcurrently() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.answering(Flux.never()));
		virtual.start().advance(MonitoredCatalog.REFRESH_TIMEOUT.minusMillis(1));
		assertThat(this.catalog.refreshes()).isEqualTo(1);
		assertThat(this.catalog.running()).isEqualTo(1);
		virtual.advance(Duration.ofMillis(1));
		assertThat(this.catalog.running()).as("One that hangs is cut off").isZero();
		assertThat(virtual.monitor().report().failure()).isEqualTo(FailureReason.UNAVAILABLE);
		virtual.advance(Duration.ofDays(1));
		assertThat(this.catalog.refreshes()).isGreaterThan(10);
		assertThat(this.catalog.mostRunning()).isEqualTo(1);
	}

	@Test
	void endsARefreshWhosePagesNeverEnd() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog);
		virtual.start();
		this.catalog
			.answering(Flux.interval(Duration.ofSeconds(29), virtual.scheduler()).map((page) -> entry("ent_2")));
		virtual.refresh().advance(MonitoredCatalog.REFRESH_TIMEOUT);
		assertThat(this.catalog.running()).isZero();
		assertThat(virtual.monitor().report().failure()).isEqualTo(FailureReason.UNAVAILABLE);
		assertThat(virtual.monitor().catalogs().get(0).connections()).containsOnlyKeys("ent_1");
	}

	@Test
	void keepsCertificatesWhenARefreshFails() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).start();
		Instant refreshedAt = virtual.now();
		this.catalog.answering(Flux.concat(Flux.just(entry("ent_2")), Flux.error(unavailable())));
		virtual.refresh();
		CertificateReport report = virtual.monitor().report();
		assertThat(this.catalog.refreshes()).isEqualTo(2);
		assertThat(report.refreshedAt()).isEqualTo(refreshedAt);
		assertThat(report.failure()).isEqualTo(FailureReason.UNAVAILABLE);
		assertThat(report.active()).containsEntry(CertificateState.VALID, 1L);
		assertThat(virtual.monitor().catalogs().get(0).connections()).containsOnlyKeys("ent_1");
		this.catalog.recover();
		virtual.refresh();
		assertThat(virtual.monitor().report().failure()).isNull();
		assertThat(virtual.monitor().report().refreshedAt()).isAfter(refreshedAt);
	}

	@Test
	void triesAgainSoonerAndThenLessAndLessOften() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.answering(Flux.error(unavailable()))).start();
		Instant first = virtual.now();
		List<Duration> tries = new ArrayList<>();
		for (int minute = 0; minute < 400; minute++) {
			int before = this.catalog.refreshes();
			virtual.advance(Duration.ofMinutes(1));
			if (this.catalog.refreshes() > before) {
				tries.add(Duration.between(first, virtual.now()));
			}
		}
		assertThat(tries).extracting(Duration::toMinutes)
			.containsExactly(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L, 303L, 363L);
	}

	@Test
	void waitsForTheWholeIntervalAgainAfterASuccess() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.answering(Flux.error(unavailable()))).start();
		this.catalog.recover();
		virtual.advance(Duration.ofMinutes(1));
		assertThat(virtual.monitor().report().failure()).isNull();
		int before = this.catalog.refreshes();
		virtual.advance(Duration.ofMinutes(53));
		assertThat(this.catalog.refreshes()).isEqualTo(before);
		virtual.advance(Duration.ofMinutes(14));
		assertThat(this.catalog.refreshes()).isEqualTo(before + 1);
	}

	@Test
	void continuesToRefreshWhenCatalogThrows() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.answering(Flux.defer(() -> {
			throw new IllegalStateException("canary");
		})));
		virtual.start().refresh();
		assertThat(this.catalog.refreshes()).isGreaterThan(1);
		assertThat(virtual.monitor().report().failure()).isEqualTo(FailureReason.FAILED);
	}

	@Test
	void refreshesAccountsIndependently() {
		TestCatalog other = new TestCatalog("other").answering(Flux.error(unavailable()));
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
	void stops() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.answering(Flux.never()));
		virtual.start();
		virtual.monitor().start();
		assertThat(virtual.schedulers()).isEqualTo(1);
		assertThat(virtual.monitor().isRunning()).isTrue();
		assertThat(this.catalog.running()).isEqualTo(1);
		virtual.monitor().stop();
		assertThat(this.catalog.running()).isZero();
		assertThat(virtual.isDisposed()).isTrue();
		assertThat(virtual.monitor().isRunning()).isFalse();
		virtual.monitor().stop();
	}

	@Test
	void hasNoSchedulerWithoutCatalogs() {
		VirtualMonitor virtual = new VirtualMonitor().start();
		assertThat(virtual.schedulers()).isZero();
		assertThat(virtual.monitor().report().refreshedAt()).isNull();
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

	@Test
	void holdsNoEntriesOfTenThousand() {
		List<WeakReference<Object>> seen = new ArrayList<>();
		AtomicInteger made = new AtomicInteger();
		TestCatalog large = new TestCatalog("clerk").answering(Flux.range(0, 10_000).map((number) -> {
			CatalogEntry entry = entry("ent_" + number);
			seen.add(new WeakReference<>(entry));
			seen.add(new WeakReference<>(entry.certificates().get(0).subject()));
			made.incrementAndGet();
			return entry;
		}));
		VirtualMonitor virtual = new VirtualMonitor(large).start();
		assertThat(made).hasValue(10_000);
		assertThat(virtual.monitor().report().active()).containsEntry(CertificateState.VALID, 10_000L);
		for (int round = 0; round < 10 && seen.stream().anyMatch((one) -> one.get() != null); round++) {
			System.gc();
		}
		assertThat(seen).filteredOn((one) -> one.get() != null).isEmpty();
		assertThat(virtual.monitor().catalogs().get(0).connections().values())
			.allSatisfy((connection) -> assertThat(connection.certificates()).hasSize(1));
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
