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

import io.github.ssoconnections.docs.FleetExamples;
import io.github.ssoconnections.fleet.WholeInstance.Published;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.TestCatalog;
import io.github.ssoconnections.testing.Database;
import net.javacrumbs.shedlock.core.ClockProvider;
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

	private final TestCatalog vendor = new TestCatalog("clerk");

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

	private List<Published> changes() {
		return this.published.stream().filter((event) -> event.changedConnection() != null).toList();
	}

	private Map<String, Long> byKey() {
		return this.published.stream()
			.collect(Collectors.groupingBy(Published::key, TreeMap::new, Collectors.counting()));
	}

	private WholeInstance start(String name, PublishedEventStore store) {
		return new WholeInstance(name, this.time, this.vendor, this.database, store, INTERVAL, this.random,
				this.published::add);
	}

	/**
	 * Start two instances, of which the first holds the lock, and complete their first
	 * refreshes.
	 */
	private List<WholeInstance> startTwo(PublishedEventStore store) {
		this.vendor.with("ent_1", END).with("ent_2", END);
		WholeInstance holder = start("one", store);
		WholeInstance other = start("two", store);
		pass(Duration.ofMinutes(7));
		assertThat(holder.holdsLock()).isTrue();
		assertThat(other.holdsLock()).isFalse();
		assertThat(this.published).isEmpty();
		return List.of(holder, other);
	}

	private void change(String id, String certificate) {
		this.vendor.with(id, true, TestCatalog.certificate(certificate, null, END));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void publishAChangeMadeElsewhereOnce(boolean stored) {
		List<WholeInstance> instances = startTwo(stored ? this.store : null);
		change("ent_1", "a");
		pass(Duration.ofMinutes(20));
		change("ent_1", "b");
		this.vendor.without("ent_2");
		pass(Duration.ofMinutes(20));
		assertThat(this.published).allMatch((event) -> event.instance().equals("one"));
		assertThat(changes()).extracting(Published::changedConnection).containsExactly("ent_1", "ent_1", "ent_2");
		assertThat(byKey().values()).as("Certificates, too").hasSize(5).containsOnly(1L);
		assertThat(this.vendor.refreshes()).as("Each refreshes by itself").isGreaterThan(16);
		assertThat(instances).allMatch(WholeInstance::responds);
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
		List<WholeInstance> instances = startTwo(stored ? this.store : null);
		WholeInstance other = instances.get(1);
		change("ent_1", "a");
		pass(killed.dividedBy(2));
		change("ent_2", "b");
		pass(killed.minus(killed.dividedBy(2)));
		assertThat(instances).allMatch(WholeInstance::responds);
		instances.get(0).kill();
		Duration killedAt = this.time.passed();
		while (!other.holdsLock()) {
			pass(Duration.ofMillis(100));
			assertThat(other.responds()).isTrue();
		}
		Duration takeOver = this.time.passed().minus(killedAt);
		pass(Duration.ofMinutes(15));
		assertThat(byKey()).as("Killed after " + killed).hasSize(4);
		assertThat(byKey().values()).allMatch((times) -> times == 1 || (times == 2 && !stored));
		assertThat(changes()).extracting(Published::changedConnection).contains("ent_1", "ent_2");
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
		WholeInstance holder = start("one", hanging);
		start("two", this.store);
		pass(Duration.ofMinutes(7));
		change("ent_1", "a");
		while (this.published.isEmpty()) {
			pass(Duration.ofMillis(100));
		}
		holder.kill();
		pass(Duration.ofMinutes(15));
		assertThat(changes()).extracting(Published::instance).containsExactly("one", "two");
		assertThat(changes()).extracting(Published::key).containsOnly(changes().get(0).key());
	}

	@Test
	void publishNothingAgainAfterARestartOfAll() {
		Instant expired = END.minus(Duration.ofDays(2000));
		this.vendor.with("ent_1", expired);
		WholeInstance one = start("one", this.store);
		WholeInstance two = start("two", this.store);
		pass(Duration.ofMinutes(10));
		assertThat(this.published).singleElement()
			.satisfies((event) -> assertThat(event.event()).isInstanceOf(CertificateExpired.class));
		one.stop();
		two.stop();
		start("three", this.store);
		pass(Duration.ofMinutes(10));
		this.vendor.with("ent_2", expired);
		pass(Duration.ofMinutes(10));
		assertThat(byKey()).hasSize(3)
			.containsEntry("clerk/default/certificate.expired/ent_1/" + expired, 1L)
			.containsEntry("clerk/default/certificate.expired/ent_2/" + expired, 1L);
		assertThat(changes()).extracting(Published::instance).containsExactly("three");
	}

	@Test
	void takeOverWhenTheHolderCannotReachTheVendor() {
		List<WholeInstance> instances = startTwo(null);
		instances.get(0).catalog(new TestCatalog("clerk").responding(Flux.error(new IllegalStateException("canary"))));
		change("ent_1", "a");
		pass(Duration.ofMinutes(7));
		assertThat(instances.get(1).holdsLock()).isTrue();
		assertThat(changes()).extracting(Published::instance).containsExactly("two");
		assertThat(instances).as("The previous refresh").allMatch(WholeInstance::responds);
	}

	@Test
	void publishAnOwnOperationOnce() {
		List<WholeInstance> instances = startTwo(this.store);
		change("ent_1", "a");
		instances.get(1).changed(this.vendor.get("ent_1").block(Duration.ofSeconds(20)));
		pass(Duration.ofMinutes(20));
		assertThat(changes()).extracting(Published::instance).containsExactly("two");
		change("ent_1", "b");
		pass(Duration.ofMinutes(20));
		assertThat(changes()).extracting(Published::instance).containsExactly("two", "one");
	}

}
