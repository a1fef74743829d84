// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.docs.FleetExamples;
import io.github.ssoconnections.index.IndexInstance;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;
import io.github.ssoconnections.monitor.TestCatalog;
import io.github.ssoconnections.testing.Database;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two whole instances, each with an index, monitors and a lock of its own, over one
 * database and one vendor. No network, and all time is virtual.
 */
class TwoInstancesTests {

	private static final Duration INTERVAL = Duration.ofMinutes(5);

	private static final Duration TAKE_OVER = Duration.ofSeconds(80);

	private static final Instant END = Instant.now().plus(Duration.ofDays(999)).truncatedTo(ChronoUnit.DAYS);

	private final VirtualFleetTime time = new VirtualFleetTime();

	private final Database database = new Database();

	private final Random random = new Random(19);

	private final TestCatalog vendor = new TestCatalog("clerk") {

		@Override
		public CatalogEntry toEntry(Object connection) {
			return (CatalogEntry) connection;
		}

	};

	private final List<Published> published = new ArrayList<>();

	private final PublishedEventStore store = FleetExamples.store(this.database.jdbcClient(), this.time.clock());

	@BeforeEach
	void setClockOfLocks() {
		ClockProvider.setClock(this.time.clock());
	}

	@AfterEach
	void close() {
		ClockProvider.setClock(Clock.systemUTC());
		this.database.close();
	}

	private void pass(Duration time) {
		this.time.pass(time);
	}

	private Map<String, Long> byKey() {
		return this.published.stream()
			.collect(Collectors.groupingBy(Published::key, TreeMap::new, Collectors.counting()));
	}

	private Instance start(String name, PublishedEventStore store) {
		return new Instance(name, store);
	}

	/**
	 * Start two instances, of which the first holds the lock, and complete their first
	 * refreshes.
	 */
	private List<Instance> startTwo(PublishedEventStore store) {
		this.vendor.with("ent_1", END).with("ent_2", END);
		Instance holder = start("one", store);
		Instance other = start("two", store);
		pass(Duration.ofMinutes(7));
		assertThat(holder.fleet.holdsLock()).isTrue();
		assertThat(other.fleet.holdsLock()).isFalse();
		assertThat(this.published).isEmpty();
		return List.of(holder, other);
	}

	private void change(String id, String certificate) {
		this.vendor.with(id, true, TestCatalog.certificate(certificate, null, END));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void publishAChangeMadeElsewhereOnce(boolean stored) {
		List<Instance> instances = startTwo(stored ? this.store : null);
		change("ent_1", "a");
		pass(Duration.ofMinutes(20));
		change("ent_1", "b");
		this.vendor.without("ent_2");
		pass(Duration.ofMinutes(20));
		assertThat(this.published).hasSize(3).allMatch((event) -> event.instance().equals("one"));
		assertThat(this.published).extracting((event) -> ((ConnectionChanged) event.event()).connectionId())
			.containsExactly("ent_1", "ent_1", "ent_2");
		assertThat(this.vendor.refreshes()).as("Each refreshes by itself").isGreaterThan(16);
		assertThat(instances).allMatch(Instance::responds);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void loseNothingWhenTheHolderIsKilledAtAnyTime(boolean stored) {
		Duration longest = Duration.ZERO;
		for (int second = 0; second < 400; second += 13) {
			TwoInstancesTests run = new TwoInstancesTests();
			run.setClockOfLocks();
			try {
				longest = max(longest, run.killHolder(Duration.ofSeconds(second), stored));
			}
			finally {
				run.close();
			}
		}
		assertThat(longest).isBetween(Duration.ofSeconds(50), TAKE_OVER);
	}

	private Duration killHolder(Duration killed, boolean stored) {
		List<Instance> instances = startTwo(stored ? this.store : null);
		Instance other = instances.get(1);
		change("ent_1", "a");
		pass(killed.dividedBy(2));
		change("ent_2", "b");
		pass(killed.minus(killed.dividedBy(2)));
		assertThat(instances).allMatch(Instance::responds);
		instances.get(0).fleet.kill();
		Duration killedAt = this.time.passed();
		while (!other.fleet.holdsLock()) {
			pass(Duration.ofMillis(100));
			assertThat(other.responds()).isTrue();
		}
		Duration takeOver = this.time.passed().minus(killedAt);
		pass(Duration.ofMinutes(15));
		assertThat(byKey()).as("Killed after " + killed).hasSize(2);
		assertThat(byKey().values()).allMatch((times) -> stored ? times == 1 : times <= 2);
		assertThat(this.published).extracting((event) -> ((ConnectionChanged) event.event()).connectionId())
			.contains("ent_1", "ent_2");
		return takeOver;
	}

	private static Duration max(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	@Test
	void publishAgainWithTheSameKeyWhenTheHolderIsKilledBeforeItStores() {
		PublishedEventStore hanging = new PublishedEventStore() {

			@Override
			public Mono<Boolean> contains(String key) {
				return TwoInstancesTests.this.store.contains(key);
			}

			@Override
			public Mono<Void> add(String key, Duration keepFor) {
				return Mono.never();
			}

		};
		this.vendor.with("ent_1", END);
		Instance holder = start("one", hanging);
		start("two", this.store);
		pass(Duration.ofMinutes(7));
		change("ent_1", "a");
		while (this.published.isEmpty()) {
			pass(Duration.ofMillis(100));
		}
		holder.fleet.kill();
		pass(Duration.ofMinutes(15));
		assertThat(this.published).extracting(Published::instance).containsExactly("one", "two");
		assertThat(byKey()).hasSize(1);
	}

	@Test
	void publishNothingAgainAfterARestartOfAll() {
		Instant expired = END.minus(Duration.ofDays(2000));
		this.vendor.with("ent_1", expired);
		Instance one = start("one", this.store);
		Instance two = start("two", this.store);
		pass(Duration.ofMinutes(10));
		assertThat(this.published).singleElement()
			.satisfies((event) -> assertThat(event.event()).isInstanceOf(CertificateExpired.class));
		one.fleet.publications().stop();
		two.fleet.publications().stop();
		start("three", this.store);
		pass(Duration.ofMinutes(10));
		this.vendor.with("ent_2", expired);
		pass(Duration.ofMinutes(10));
		assertThat(this.published).extracting(Published::key)
			.containsExactlyInAnyOrder("clerk/default/certificate.expired/ent_1/" + expired,
					"clerk/default/certificate.expired/ent_2/" + expired, this.published.get(1).key())
			.doesNotHaveDuplicates();
	}

	@Test
	void takeOverWhenTheHolderCannotReachTheVendor() {
		List<Instance> instances = startTwo(null);
		instances.get(0).catalog(new TestCatalog("clerk").answering(Flux.error(new IllegalStateException("canary"))));
		change("ent_1", "a");
		pass(Duration.ofMinutes(7));
		assertThat(instances.get(1).fleet.holdsLock()).isTrue();
		assertThat(this.published).singleElement().matches((event) -> event.instance().equals("two"));
		assertThat(instances).as("The previous refresh").allMatch(Instance::responds);
	}

	@Test
	void publishAnOwnOperationOnce() {
		List<Instance> instances = startTwo(this.store);
		change("ent_1", "a");
		instances.get(1).changed(this.vendor.get("ent_1").block(Duration.ofSeconds(20)));
		pass(Duration.ofMinutes(20));
		assertThat(this.published).isEmpty();
		change("ent_1", "b");
		pass(Duration.ofMinutes(20));
		assertThat(this.published).hasSize(1);
	}

	private record Published(String instance, String key, Object event) {

	}

	private final class Instance {

		private final String name;

		private final VirtualInstance fleet;

		private final RefreshedConnectionIndex index;

		private final ConnectionChangeMonitor monitor;

		private TestCatalog catalog = TwoInstancesTests.this.vendor;

		Instance(String name, PublishedEventStore store) {
			VirtualFleetTime time = TwoInstancesTests.this.time;
			this.name = name;
			JdbcTemplateLockProvider provider = new JdbcTemplateLockProvider(
					JdbcTemplateLockProvider.Configuration.builder()
						.withJdbcTemplate(TwoInstancesTests.this.database.jdbcTemplate())
						.withLockedByValue(name)
						.build());
			this.fleet = new VirtualInstance(time, ShedLocks.of(provider), store, INTERVAL);
			this.fleet.listener(this::record);
			this.index = IndexInstance.create(new TestCatalog("clerk") {

				@Override
				public Flux<CatalogEntry> listAll() {
					return Flux.defer(() -> Instance.this.catalog.listAll());
				}

				@Override
				public Mono<CatalogEntry> get(String id) {
					return Instance.this.catalog.get(id);
				}

				@Override
				public CatalogEntry toEntry(Object connection) {
					return (CatalogEntry) connection;
				}

			}, INTERVAL, time.clock(), this.fleet.scheduler(), TwoInstancesTests.this.random::nextDouble);
			this.monitor = new ConnectionChangeMonitor(this.index, this.fleet.publications());
			new CertificateMonitor(this.index, CertificateLint.Thresholds.DEFAULT, this.fleet.publications());
			this.fleet.start();
			this.index.start();
		}

		void catalog(TestCatalog catalog) {
			this.catalog = catalog;
		}

		boolean responds() {
			return !this.index.lookUpDomain("customer.example").candidates().isEmpty();
		}

		private void record(Object event) {
			String key = (event instanceof ConnectionChanged changed) ? changed.key()
					: (event instanceof CertificateExpired expired) ? expired.key() : null;
			if (key != null) {
				TwoInstancesTests.this.published.add(new Published(this.name, key, event));
			}
		}

		/**
		 * Handle an operation of this instance, which has published it.
		 */
		void changed(CatalogEntry entry) {
			ConnectionChanged change = new ConnectionChanged("clerk", "default", ConnectionChanged.Kind.UPDATED,
					ConnectionChanged.Origin.OPERATION, "update", entry.id(), null, List.of(), null, null, null,
					TwoInstancesTests.this.time.clock().instant());
			assertThat(this.monitor.ofOperation(change, this.index.onChange(change, entry)).key()).isNotNull();
		}

	}

}
