// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.VendorUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the configured client against servers that close connections which the client
 * keeps for later.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(VendorUnderTest.class)
class StaleConnectionTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Parameter
	VendorUnderTest vendor;

	/** Of each vendor. */
	private static final int CALLS = 160;

	/** So few that the default budget of repeats lasts: each success earns a tenth. */
	private static final int REQUESTS_PER_CONNECTION = 16;

	@ParameterizedTest
	@EnumSource
	void readsWithoutErrorWhenServerClosesSilently(Closing closing) {
		PoolProbe pool = new PoolProbe();
		try (CountingServer server = CountingServer.playing((link) -> play(link, closing))) {
			VendorContexts.against(this.vendor, server.address())
				.withBean(PoolProbe.class, () -> pool)
				.run((context) -> {
					for (int call = 0; call < CALLS; call++) {
						assertThat(this.vendor.connections(context).get("ent_1").block(PATIENCE)).isEqualTo("ent_1");
						// Else several connections end in step, and a call meets one
						// after the other
						CountingServer.await("The connection is back in the pool", () -> pool.active() == 0);
					}
				});
			assertThat(server.faults()).isGreaterThan(CALLS / REQUESTS_PER_CONNECTION / 2);
		}
	}

	@ParameterizedTest
	@EnumSource
	void createsNothingTwiceWhenServerClosesSilently(Closing closing) {
		Map<String, AtomicInteger> received = new ConcurrentHashMap<>();
		AtomicInteger unknown = new AtomicInteger();
		try (CountingServer server = CountingServer.playing((link) -> play(link, closing, received))) {
			run(server, (service) -> {
				for (int call = 0; call < CALLS; call++) {
					if (!create(service, call)) {
						unknown.incrementAndGet();
					}
				}
			});
			assertThat(received.values()).allSatisfy((times) -> assertThat(times).hasValue(1));
			assertThat(received).hasSizeBetween(CALLS - unknown.get(), CALLS);
			assertThat(server.faults()).isGreaterThan((CALLS - unknown.get()) / REQUESTS_PER_CONNECTION / 2);
			if (closing == Closing.RESET_ON_FIRST_BYTE_OF_NEXT) {
				assertThat(unknown).hasValue(server.faults());
			}
			else {
				assertThat(unknown).hasValueLessThanOrEqualTo(server.faults());
			}
		}
	}

	@Test
	void createsWithoutErrorWhenConnectionIsSeenToBeClosed() {
		AtomicInteger hungUp = new AtomicInteger();
		try (CountingServer server = CountingServer.playing((link) -> {
			link.read();
			link.respond();
			link.fault().closeAndAwaitHangUp();
			hungUp.incrementAndGet();
		})) {
			run(server, (service) -> {
				for (int call = 0; call < CALLS; call++) {
					assertThat(create(service, call)).isTrue();
					int expected = call + 1;
					CountingServer.await("The client closed its side", () -> hungUp.get() == expected);
				}
			});
			assertThat(server.faults()).isEqualTo(CALLS);
			assertThat(server.requests()).isEqualTo(CALLS);
		}
	}

	@Test
	void sendsCreateOnceWhenServerResetsAfterReadingIt() {
		int calls = 100;
		try (CountingServer server = CountingServer.playing((link) -> {
			link.read();
			link.fault().reset();
		})) {
			run(server, (service) -> {
				for (int call = 0; call < calls; call++) {
					assertThat(create(service, call)).isFalse();
				}
			});
			assertThat(server.faults()).isEqualTo(calls);
			assertThat(server.requests()).isEqualTo(calls);
		}
	}

	@Test
	void keepsOneConnectionWhenCallsFollowEachOther() {
		try (CountingServer server = CountingServer.responding()) {
			PoolProbe pool = new PoolProbe();
			VendorContexts.against(this.vendor, server.address())
				.withBean(PoolProbe.class, () -> pool)
				.run((context) -> {
					for (int call = 0; call < 100; call++) {
						this.vendor.connections(context).get("ent_1").block(PATIENCE);
						CountingServer.await("The connection is back in the pool", () -> pool.idle() == 1);
					}
				});
			assertThat(server.requests()).isEqualTo(100);
			assertThat(server.accepted()).isEqualTo(1);
		}
	}

	@Test
	void usesNewConnectionWhenOldOneWasIdleForTooLong() {
		try (CountingServer server = CountingServer.responding()) {
			run(server, ShortIdleTime.class, (service) -> {
				for (int call = 0; call < 5; call++) {
					service.get("ent_1").block(PATIENCE);
					CountingServer.pause(2 * ShortIdleTime.IDLE.toMillis());
				}
			});
			assertThat(server.requests()).isEqualTo(5);
			assertThat(server.accepted()).isEqualTo(5);
		}
	}

	@Test
	void closesConnectionInTheBackgroundWhenIdleForTooLong() {
		try (CountingServer server = CountingServer.responding()) {
			run(server, ShortIdleTime.class, (service) -> {
				service.get("ent_1").block(PATIENCE);
				server.awaitAllClosed();
			});
			assertThat(server.accepted()).isEqualTo(1);
		}
	}

	@Test
	void usesNewConnectionWhenOldOneHasLivedForTooLong() {
		PoolProbe pool = new PoolProbe();
		try (CountingServer server = CountingServer.responding()) {
			VendorContexts.against(this.vendor, server.address())
				.withBean(PoolProbe.class, () -> pool)
				.withUserConfiguration(ShortLifeTime.class)
				.run((context) -> {
					for (int call = 0; call < 5; call++) {
						this.vendor.connections(context).get("ent_1").block(PATIENCE);
						CountingServer.await("The connection is back in the pool", () -> pool.active() == 0);
						CountingServer.pause(2 * ShortLifeTime.LIFE.toMillis());
					}
				});
			assertThat(server.requests()).isEqualTo(5);
			assertThat(server.accepted()).isEqualTo(5);
		}
	}

	@Test
	void hasNoRetriesOfTheTransport() {
		PoolProbe pool = new PoolProbe();
		VendorContexts.against(this.vendor, "http://127.0.0.1:1")
			.withBean(PoolProbe.class, () -> pool)
			.run((context) -> assertThat(pool.client().configuration().isRetryDisabled()).isTrue());
	}

	private static void play(CountingServer.Link link, Closing closing) throws IOException {
		play(link, closing, new ConcurrentHashMap<>());
	}

	private static void play(CountingServer.Link link, Closing closing, Map<String, AtomicInteger> received)
			throws IOException {
		for (int responded = 0; responded < REQUESTS_PER_CONNECTION; responded++) {
			CountingServer.Request request = link.read();
			if (request == null) {
				return;
			}
			received.computeIfAbsent(request.body(), (body) -> new AtomicInteger()).incrementAndGet();
			link.respond();
		}
		switch (closing) {
			case AFTER_ANSWER -> link.fault();
			case RESET_AFTER_ANSWER -> link.fault().reset();
			case RESET_ON_FIRST_BYTE_OF_NEXT -> {
				if (link.readOneByte()) {
					link.fault().reset();
				}
			}
		}
	}

	private static boolean create(VendorUnderTest.Connections service, int number) {
		try {
			service.create("connection-" + number).block(PATIENCE);
			return true;
		}
		catch (SsoApiException.OutcomeUnknown ex) {
			assertThat(ex.isRetryable()).isFalse();
			return false;
		}
	}

	private void run(CountingServer server, Consumer<VendorUnderTest.Connections> calls) {
		run(server, Object.class, calls);
	}

	private void run(CountingServer server, Class<?> configuration, Consumer<VendorUnderTest.Connections> calls) {
		VendorContexts.against(this.vendor, server.address())
			.withUserConfiguration(configuration)
			.run((context) -> calls.accept(this.vendor.connections(context)));
	}

	enum Closing {

		AFTER_ANSWER, RESET_AFTER_ANSWER, RESET_ON_FIRST_BYTE_OF_NEXT

	}

	@Configuration(proxyBeanMethods = false)
	static class ShortIdleTime {

		static final Duration IDLE = Duration.ofMillis(100);

		@Bean
		HttpTransport transport(ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
				ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers,
				ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> bundles) {
			return new HttpTransport(builder, customizers, settings, bundles,
					(pool) -> pool.withLifetimes(IDLE, Duration.ofMinutes(5)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ShortLifeTime {

		static final Duration LIFE = Duration.ofMillis(200);

		@Bean
		HttpTransport transport(ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
				ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers,
				ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> bundles) {
			return new HttpTransport(builder, customizers, settings, bundles,
					(pool) -> pool.withLifetimes(Duration.ofMinutes(1), LIFE));
		}

	}

}
