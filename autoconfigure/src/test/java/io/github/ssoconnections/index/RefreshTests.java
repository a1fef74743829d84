// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshTests {

	private static final Instant START = VirtualIndex.START;

	private final TestCatalog catalog = new TestCatalog("clerk").with("ent_1", START.plus(Duration.ofDays(99)));

	@Test
	void doesNothingBeforeItStarts() {
		VirtualIndex virtual = hourly(this.catalog);
		virtual.advance(Duration.ofDays(1));
		assertThat(virtual.index().isRunning()).isFalse();
		assertThat(virtual.schedulers()).isZero();
		assertThat(this.catalog.refreshes()).isZero();
		assertThat(virtual.index().refreshedAt()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "0, PT0S", "0.5, PT15S", "1, PT30S" })
	void startsTheFirstRefreshAfterARandomDelay(double random, Duration delay) {
		VirtualIndex virtual = hourly(this.catalog).random(random);
		virtual.index().start();
		if (!delay.isZero()) {
			virtual.advance(delay.minusMillis(1));
			assertThat(this.catalog.refreshes()).isZero();
		}
		virtual.advance(Duration.ofMillis(1));
		assertThat(this.catalog.refreshes()).isEqualTo(1);
		assertThat(virtual.index().refreshedAt()).isBetween(START.plus(delay), START.plus(delay).plusMillis(1));
	}

	@ParameterizedTest
	@CsvSource({ "0, PT54M", "0.5, PT60M", "1, PT66M" })
	void refreshesEveryHourWithJitter(double random, Duration interval) {
		VirtualIndex virtual = hourly(this.catalog).random(random);
		virtual.index().start();
		virtual.advance(Duration.ofSeconds(30));
		Instant first = virtual.index().refreshedAt();
		virtual.advance(Duration.between(virtual.now(), first.plus(interval)).minusMillis(1));
		assertThat(this.catalog.refreshes()).isEqualTo(1);
		virtual.advance(Duration.ofMillis(1));
		assertThat(this.catalog.refreshes()).isEqualTo(2);
		assertThat(virtual.index().refreshedAt()).isEqualTo(first.plus(interval));
	}

	@Test
	void neverRefreshesConcurrently() {
		VirtualIndex virtual = hourly(this.catalog.responding(Flux.never()));
		virtual.start().advance(IndexedAccount.RESPONSE_TIMEOUT.minusMillis(1));
		assertThat(this.catalog.refreshes()).isEqualTo(1);
		assertThat(this.catalog.running()).isEqualTo(1);
		virtual.advance(Duration.ofMillis(1));
		assertThat(this.catalog.running()).as("One that hangs is cut off").isZero();
		assertThat(virtual.index().accounts().get(0).failure()).isEqualTo(FailureReason.UNAVAILABLE);
		virtual.advance(Duration.ofDays(1));
		assertThat(this.catalog.refreshes()).isGreaterThan(10);
		assertThat(this.catalog.mostRunning()).isEqualTo(1);
	}

	@Test
	void saysHowFarItIs() {
		Sinks.Many<CatalogEntry> list = Sinks.many().unicast().onBackpressureBuffer();
		VirtualIndex virtual = hourly(this.catalog.responding(list.asFlux()));
		IndexedAccount account = virtual.index().accounts().get(0);
		assertThat(account.progress()).isNull();
		virtual.index().refresh().subscribe();
		list.tryEmitNext(TestEntries.clerk("1", true, null, "acme.com"));
		assertThat(account.progress()).isEqualTo(new RefreshProgress(START, 1));
		assertThat(account.connections()).isEmpty();
		virtual.index().refresh().onErrorComplete().subscribe();
		this.catalog.responding(Flux.never());
		list.tryEmitComplete();
		virtual.advance(Duration.ofSeconds(1));
		assertThat(account.connections()).hasSize(1);
		assertThat(account.progress()).as("Of the refresh that waited").isNotNull();
		virtual.index().stop();
		assertThat(account.progress()).isNull();
		this.catalog.responding(Flux.error(new IllegalStateException("broken")));
		virtual.refresh();
		assertThat(account.progress()).as("After a failure").isNull();
		VirtualIndex ended = hourly(new TestCatalog("clerk")).refresh();
		assertThat(ended.index().refreshedAt()).isNotNull();
		assertThat(ended.index().accounts().get(0).progress()).as("After the end").isNull();
	}

	@Test
	void endsARefreshWhosePagesNeverEnd() {
		VirtualIndex virtual = hourly(this.catalog);
		virtual.start();
		this.catalog
			.responding(Flux.interval(Duration.ofSeconds(29), virtual.scheduler()).map((page) -> entry("ent_2")));
		virtual.advance(Duration.ofHours(1)).advance(IndexedAccount.REFRESH_TIMEOUT);
		assertThat(this.catalog.running()).isZero();
		assertThat(virtual.index().accounts().get(0).failure()).isEqualTo(FailureReason.UNAVAILABLE);
		assertThat(virtual.index().accounts().get(0).connections()).containsOnlyKeys("ent_1");
	}

	@Test
	void triesAgainSoonerAndThenLessAndLessOften() {
		VirtualIndex virtual = hourly(this.catalog.responding(Flux.error(unavailable()))).start();
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
		VirtualIndex virtual = hourly(this.catalog.responding(Flux.error(unavailable()))).start();
		this.catalog.recover();
		virtual.advance(Duration.ofMinutes(1));
		assertThat(virtual.index().accounts().get(0).failure()).isNull();
		int before = this.catalog.refreshes();
		virtual.advance(Duration.ofMinutes(53));
		assertThat(this.catalog.refreshes()).isEqualTo(before);
		virtual.advance(Duration.ofMinutes(14));
		assertThat(this.catalog.refreshes()).isEqualTo(before + 1);
	}

	@Test
	void continuesToRefreshWhenCatalogThrows() {
		VirtualIndex virtual = hourly(this.catalog.responding(Flux.defer(() -> {
			throw new IllegalStateException("canary");
		})));
		virtual.start().advance(Duration.ofHours(1));
		assertThat(this.catalog.refreshes()).isGreaterThan(1);
		assertThat(virtual.index().accounts().get(0).failure()).isEqualTo(FailureReason.FAILED);
	}

	@Test
	void stops() {
		VirtualIndex virtual = hourly(this.catalog.responding(Flux.never()));
		virtual.start();
		virtual.index().start();
		assertThat(virtual.schedulers()).isEqualTo(1);
		assertThat(virtual.index().isRunning()).isTrue();
		assertThat(this.catalog.running()).isEqualTo(1);
		virtual.index().stop();
		assertThat(this.catalog.running()).isZero();
		assertThat(virtual.isDisposed()).isTrue();
		assertThat(virtual.index().isRunning()).isFalse();
		virtual.index().stop();
	}

	@Test
	void hasNoSchedulerWithoutCatalogs() {
		VirtualIndex virtual = hourly().start();
		assertThat(virtual.schedulers()).isZero();
		assertThat(virtual.index().refreshedAt()).isNull();
	}

	private static VirtualIndex hourly(TestCatalog... catalogs) {
		return new VirtualIndex(
				ConnectionIndexSettings.defaults().withSchedule(Duration.ofHours(1), Duration.ofSeconds(30)), catalogs);
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
