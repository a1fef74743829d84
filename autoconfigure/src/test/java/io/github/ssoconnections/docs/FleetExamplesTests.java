// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.autoconfigure.FleetAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ShedLockAutoConfiguration;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.fleet.Locks;
import io.github.ssoconnections.fleet.PublishedEventStore;
import io.github.ssoconnections.fleet.ShedLocks;
import io.github.ssoconnections.testing.Database;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples do what the page says, over its tables.
 */
class FleetExamplesTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final Database database = new Database();

	private final BlockingQueue<Object> events = new ArrayBlockingQueue<>(10);

	@AfterEach
	void close() {
		this.database.close();
	}

	private LockProvider lockProvider() {
		return new FleetExamples.Locking().lockProvider(this.database.jdbcTemplate());
	}

	private PublishedEventStore store(Instant now) {
		return FleetExamples.store(this.database.jdbcClient(), Clock.fixed(now, ZoneOffset.UTC));
	}

	@Test
	void locksForOneInstance() {
		Locks one = ShedLocks.of(lockProvider());
		Locks other = ShedLocks.of(lockProvider());
		Locks.Held held = one.acquire("test", MINUTE).orElseThrow();
		assertThat(other.acquire("test", MINUTE)).isEmpty();
		held = held.renew(MINUTE).orElseThrow();
		assertThat(other.acquire("test", MINUTE)).isEmpty();
		held.release();
		assertThat(other.acquire("test", MINUTE)).isPresent();
	}

	@Test
	void doesNotRenewTheLockOfAnotherInstance() {
		Optional<Locks.Held> held = ShedLocks.of(lockProvider()).acquire("test", MINUTE);
		this.database.jdbcTemplate().update("UPDATE shedlock SET lock_until = DATEADD(HOUR, -48, lock_until)");
		assertThat(ShedLocks.of(lockProvider()).acquire("test", MINUTE)).isPresent();
		assertThat(held.orElseThrow().renew(MINUTE)).isEmpty();
	}

	@Test
	void storesKeysForTheirTime() {
		Instant now = Instant.parse("2026-11-01T00:00:00Z");
		store(now).add("a", MINUTE).block(MINUTE);
		store(now).add("a", MINUTE.multipliedBy(2)).block(MINUTE);
		store(now).add("b", MINUTE).block(MINUTE);
		assertThat(store(now.plusSeconds(59)).contains("b").block(MINUTE)).isTrue();
		assertThat(store(now.plusSeconds(60)).contains("b").block(MINUTE)).isFalse();
		assertThat(store(now.plusSeconds(60)).contains("a").block(MINUTE)).isTrue();
		store(now.plusSeconds(60)).add("k".repeat(255), MINUTE).block(MINUTE);
		assertThat(this.database.jdbcClient()
			.sql("SELECT COUNT(*) FROM sso_published_event")
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void removesKeysThatAreNotValidAnyMore() {
		Instant now = Instant.parse("2026-11-01T00:00:00Z");
		store(now).add("a", MINUTE).block(MINUTE);
		store(now).add("a", Duration.ZERO).block(MINUTE);
		store(now).add("b", Duration.ZERO).block(MINUTE);
		assertThat(store(now).contains("a").block(MINUTE)).isFalse();
		assertThat(this.database.jdbcClient()
			.sql("SELECT COUNT(*) FROM sso_published_event")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void storesAKeyThatAnotherInstanceStoresAtTheSameTime() {
		Instant now = Instant.parse("2026-11-01T00:00:00Z");
		JdbcClient client = this.database.jdbcClient();
		JdbcClient interrupted = (JdbcClient) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { JdbcClient.class }, (proxy, method, arguments) -> {
					if (arguments[0].toString().startsWith("INSERT")) {
						store(now).add("a", MINUTE).block(MINUTE);
					}
					return method.invoke(client, arguments);
				});
		FleetExamples.store(interrupted, Clock.fixed(now, ZoneOffset.UTC))
			.add("a", MINUTE.multipliedBy(2))
			.block(MINUTE);
		assertThat(store(now.plusSeconds(60)).contains("a").block(MINUTE)).isTrue();
	}

	@Test
	void publishesOnceAcrossRestarts() throws InterruptedException {
		assertThat(publish("ent_1")).isEqualTo("event ent_1");
		assertThat(publish("ent_1")).as("The next event").isEqualTo("end");
		assertThat(publish("ent_2")).isEqualTo("event ent_2");
	}

	private Object publish(String connectionId) throws InterruptedException {
		this.events.clear();
		EventPublications publications = FleetExamples.publish(this.events::add, lockProvider(), store(Instant.now()),
				new FleetSettings("sso-connections", Duration.ofSeconds(1), Duration.ofDays(400)), connectionId,
				"event " + connectionId);
		publications.forAccount(Account.ofDefault("clerk")).publish("end " + System.nanoTime(), "end");
		Object first = this.events.poll(20, TimeUnit.SECONDS);
		publications.stop();
		return first;
	}

	@Test
	void areBeansOfAnApplication() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FleetAutoConfiguration.class, ShedLockAutoConfiguration.class))
			.withUserConfiguration(FleetExamples.Locking.class, FleetExamples.JdbcPublishedEvents.class)
			.withBean(JdbcTemplate.class, this.database::jdbcTemplate)
			.withBean(JdbcClient.class, this.database::jdbcClient)
			.withBean(Clock.class, Clock::systemUTC)
			.withPropertyValues("sso-connections.fleet.lock-at-most-for=1s")
			.run((context) -> {
				context.getBean(EventPublications.class).forAccount(Account.ofDefault("clerk")).publish("a", "event a");
				long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
				while (!context.getBean(PublishedEventStore.class).contains("a").block(MINUTE)
						&& System.nanoTime() < end) {
					Thread.onSpinWait();
				}
				assertThat(context.getBean(PublishedEventStore.class).contains("a").block(MINUTE)).isTrue();
				assertThat(this.database.jdbcClient().sql("SELECT name FROM shedlock").query(String.class).single())
					.isEqualTo("sso-connections-clerk-default");
			});
	}

}
