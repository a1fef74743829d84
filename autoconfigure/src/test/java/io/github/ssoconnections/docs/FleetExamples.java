// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.EventKey;
import io.github.ssoconnections.fleet.EventPublication;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.fleet.PublishedEventStore;
import io.github.ssoconnections.fleet.ShedLocks;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The examples of the page {@code run-a-fleet.md}. Run by {@link FleetExamplesTests}.
 */
public final class FleetExamples {

	private FleetExamples() {
	}

	public static PublishedEventStore store(JdbcClient jdbc, Clock clock) {
		return new JdbcPublishedEvents(jdbc, clock);
	}

	static EventPublications publish(ApplicationEventPublisher publisher, LockProvider lockProvider,
			PublishedEventStore store, FleetSettings settings, String connectionId, Object event) {
		EventPublications publications = EventPublications.create(publisher, settings, ShedLocks.of(lockProvider),
				store);
		publications.start();
		EventPublication publication = publications.forAccount(Account.ofDefault("clerk"));
		publication.publish(EventKey.of(Account.ofDefault("clerk"), "my.event", connectionId), event);
		return publications;
	}

	@Configuration(proxyBeanMethods = false)
	static class Locking {

		// tag::lock-provider[]
		@Bean
		LockProvider lockProvider(JdbcTemplate jdbcTemplate) {
			return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
				.withJdbcTemplate(jdbcTemplate)
				.withLockedByValue(UUID.randomUUID().toString())
				.usingDbTime()
				.build());
		}
		// end::lock-provider[]

	}

	// tag::store[]
	@Component
	static class JdbcPublishedEvents implements PublishedEventStore {

		private final JdbcClient jdbc;

		private final Clock clock;

		JdbcPublishedEvents(JdbcClient jdbc, Clock clock) {
			this.jdbc = jdbc;
			this.clock = clock;
		}

		@Override
		public Mono<Boolean> contains(String key) {
			return Mono.fromCallable(() -> this.jdbc
				.sql("SELECT COUNT(*) FROM sso_published_event WHERE event_key = ? AND keep_until > ?")
				.params(key, this.clock.millis())
				.query(Integer.class)
				.single() > 0);
		}

		@Override
		public Mono<Void> add(String key, Duration keepFor) {
			return Mono.fromRunnable(() -> {
				long now = this.clock.millis();
				this.jdbc.sql("DELETE FROM sso_published_event WHERE keep_until <= ?").param(now).update();
				if (keepFor.isZero()) {
					this.jdbc.sql("DELETE FROM sso_published_event WHERE event_key = ?").param(key).update();
				}
				else if (!update(key, now + keepFor.toMillis())) {
					insert(key, now + keepFor.toMillis());
				}
			});
		}

		private boolean update(String key, long keepUntil) {
			return this.jdbc.sql("UPDATE sso_published_event SET keep_until = ? WHERE event_key = ?")
				.params(keepUntil, key)
				.update() > 0;
		}

		private void insert(String key, long keepUntil) {
			try {
				this.jdbc.sql("INSERT INTO sso_published_event (event_key, keep_until) VALUES (?, ?)")
					.params(key, keepUntil)
					.update();
			}
			catch (DuplicateKeyException ex) {
				// Another instance has added it meanwhile
				update(key, keepUntil);
			}
		}

	}
	// end::store[]

}
