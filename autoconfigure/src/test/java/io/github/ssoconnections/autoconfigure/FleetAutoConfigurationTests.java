// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.EventPublication;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.fleet.Locks;
import io.github.ssoconnections.fleet.PublishedEventStore;
import io.github.ssoconnections.fleet.ShedLocks;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.inmemory.InMemoryLockProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FleetAutoConfiguration} and {@link ShedLockAutoConfiguration}.
 */
class FleetAutoConfigurationTests {

	private static final Account ACCOUNT = Account.ofDefault("clerk");

	private final BlockingQueue<Object> events = new ArrayBlockingQueue<>(10);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withInitializer((context) -> context.addApplicationListener(
				(ApplicationListener<PayloadApplicationEvent<?>>) (event) -> this.events.add(event.getPayload())))
		.withConfiguration(AutoConfigurations.of(FleetAutoConfiguration.class, ShedLockAutoConfiguration.class));

	private static EventPublication publication(ApplicationContext context) {
		return context.getBean(EventPublications.class).forAccount(ACCOUNT);
	}

	@Test
	void publishesAtOnceWithoutLockProvider() {
		this.contextRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(Locks.class);
			publication(context).publish("a", "event a");
			assertThat(this.events).containsExactly("event a");
		});
	}

	@Test
	void publishesAtOnceWithoutShedLock() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(LockProvider.class))
			.run((context) -> assertThat(context).doesNotHaveBean(Locks.class).hasSingleBean(EventPublications.class));
	}

	@Test
	void publishesInOneOfTwoApplications() {
		InMemoryLockProvider provider = new InMemoryLockProvider();
		ApplicationContextRunner withProvider = this.contextRunner.withBean(LockProvider.class, () -> provider)
			.withPropertyValues("sso-connections.fleet.lock-at-most-for=1s");
		withProvider.run((context) -> {
			publication(context).publish("a", "event a");
			assertThat(this.events.poll(20, TimeUnit.SECONDS)).isEqualTo("event a");
			withProvider.run((other) -> {
				publication(other).publish("a", "event a");
				assertThat(publication(other).lock().isHeld()).isFalse();
			});
			context.close();
			withProvider.run((other) -> {
				publication(other).publish("b", "event b");
				assertThat(this.events.poll(20, TimeUnit.SECONDS)).as("Released at the stop").isEqualTo("event b");
			});
		});
	}

	@Test
	void usesTheStore() {
		PublishedEventStore store = PublishedEventStore.inMemory(10, Clock.systemUTC());
		this.contextRunner.withBean(PublishedEventStore.class, () -> store).run((context) -> {
			publication(context).publish("a", "event a");
			assertThat(this.events.poll(20, TimeUnit.SECONDS)).isEqualTo("event a");
		});
		this.contextRunner.withBean(PublishedEventStore.class, () -> store).run((context) -> {
			publication(context).publish("a", "event a");
			publication(context).publish("b", "event b");
			assertThat(this.events.poll(20, TimeUnit.SECONDS)).isEqualTo("event b");
		});
	}

	@Test
	void ignoresSeveralLockProviders() {
		this.contextRunner.withBean("one", LockProvider.class, InMemoryLockProvider::new)
			.withBean("two", LockProvider.class, InMemoryLockProvider::new)
			.run((context) -> assertThat(context).doesNotHaveBean(Locks.class).hasSingleBean(EventPublications.class));
	}

	@Test
	void backsOffForBeansOfTheApplication() {
		EventPublications publications = EventPublications.create((event) -> {
		});
		this.contextRunner.withBean(EventPublications.class, () -> publications)
			.run((context) -> assertThat(context).getBean(EventPublications.class).isSameAs(publications));
		this.contextRunner.withBean(LockProvider.class, InMemoryLockProvider::new)
			.withBean("own", Locks.class, () -> ShedLocks.of(new InMemoryLockProvider()))
			.run((context) -> assertThat(context).getBean(Locks.class).isSameAs(context.getBean("own")));
	}

	@Test
	void bindsProperties() {
		this.contextRunner
			.withPropertyValues("sso-connections.fleet.lock-prefix=shop", "sso-connections.fleet.lock-at-most-for=30s",
					"sso-connections.fleet.keep-published=2d")
			.run((context) -> assertThat(context.getBean(FleetProperties.class).toSettings())
				.isEqualTo(new FleetSettings("shop", Duration.ofSeconds(30), Duration.ofDays(2))));
		this.contextRunner.run((context) -> assertThat(context.getBean(FleetProperties.class).toSettings())
			.isEqualTo(new FleetSettings("sso-connections", Duration.ofSeconds(60), Duration.ofDays(400))));
	}

	@ParameterizedTest
	@CsvSource({ "lock-prefix, A, must consist of 1 to 16 characters", "lock-prefix, '', must consist of",
			"lock-prefix, abcdefghijklmnopq, must consist of", "lock-at-most-for, 999ms, must be between 1s and 1h",
			"lock-at-most-for, 3601s, must be between 1s and 1h", "keep-published, 23h, must be between 1d and 3650d",
			"keep-published, 3651d, must be between" })
	void rejectsOtherValues(String property, String value, String message) {
		this.contextRunner.withPropertyValues("sso-connections.fleet." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageStartingWith(message));
	}

}
