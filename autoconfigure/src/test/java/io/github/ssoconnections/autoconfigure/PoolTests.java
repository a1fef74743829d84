// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.VendorUnderTest;
import io.netty.resolver.DefaultAddressResolverGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pool of the configured client: its bounds, its end, proxies and names.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(VendorUnderTest.class)
class PoolTests {

	@Parameter
	VendorUnderTest vendor;

	private static final int CALLERS = 500;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final PoolProbe pool = new PoolProbe();

	@Test
	void opensNoMoreConnectionsThanConfiguredWhenThereAreManyCallers() {
		opensNoMoreThan(7, "max-connections=7");
	}

	@Test
	void opensHundredConnectionsWhenNothingIsConfigured() {
		opensNoMoreThan(100);
	}

	private void opensNoMoreThan(int max, String... properties) {
		CountDownLatch allOpen = new CountDownLatch(max);
		try (CountingServer server = CountingServer.playing((link) -> {
			while (link.read() != null) {
				allOpen.countDown();
				await(allOpen);
				link.respond();
			}
		})) {
			runner(server, properties).run((context) -> {
				Long responses = Flux.range(0, CALLERS)
					.flatMap((caller) -> connections(context).get("ent_1"), CALLERS)
					.count()
					.block(PATIENCE);
				assertThat(responses).isEqualTo(CALLERS);
			});
			assertThat(server.mostOpen()).isEqualTo(max);
			assertThat(server.accepted()).isEqualTo(max);
			assertThat(server.requests()).isEqualTo(CALLERS);
		}
	}

	@Test
	void failsAtOnceWhenTooManyRequestsWait() {
		CountDownLatch released = new CountDownLatch(1);
		try (CountingServer server = CountingServer.playing((link) -> {
			while (link.read() != null) {
				await(released);
				link.respond();
			}
		})) {
			runner(server, "max-connections=2", "max-pending-requests=3", "retry.max-attempts=1").run((context) -> {
				List<String> responses = new CopyOnWriteArrayList<>();
				Flux.range(0, 5).flatMap((caller) -> connections(context).get("ent_1")).subscribe(responses::add);
				CountingServer.await("Three requests wait", () -> this.pool.active() == 2 && this.pool.pending() == 3);
				for (int call = 0; call < 20; call++) {
					rejected((call % 2 == 0) ? connections(context).get("ent_1") : create(context));
				}
				assertThat(responses).isEmpty();
				released.countDown();
				CountingServer.await("The others got their responses", () -> responses.size() == 5);
			});
			assertThat(server.requests()).isEqualTo(5);
		}
	}

	private static void rejected(Mono<String> call) {
		StepVerifier.create(call)
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isInstanceOfSatisfying(SsoApiException.Unavailable.class, (ex) -> {
						assertThat(ex.isRetryable()).isTrue();
						assertThat(ex).hasMessageContaining("not connected");
					}))
			.verify(PATIENCE);
	}

	@Test
	void reportsCreateAsNotSentWhenItOnlyWaitedForConnection() {
		CountDownLatch released = new CountDownLatch(1);
		try (CountingServer server = CountingServer.playing((link) -> {
			while (link.read() != null) {
				await(released);
				link.respond();
			}
		})) {
			runner(server, "max-connections=1", "retry.max-attempts=1").run((context) -> {
				Mono<String> first = create(context).cache();
				first.subscribe();
				CountingServer.await("The connection is taken", () -> server.requests() == 1);
				List<Throwable> failures = Flux.range(0, 10)
					.flatMap((caller) -> failure(create(context)))
					.contextWrite(CallOptions.timeout(Duration.ofMillis(200)))
					.collectList()
					.block(PATIENCE);
				assertThat(failures).hasSize(10).allMatch(PoolTests::isUnsent);
				released.countDown();
				assertThat(first.block(PATIENCE)).isEqualTo("ent_1");
				assertThat(create(context).block(PATIENCE)).isEqualTo("ent_1");
			});
			assertThat(server.requests()).isEqualTo(2);
		}
	}

	private static boolean isUnsent(Throwable failure) {
		return failure instanceof SsoApiException.Unavailable unavailable && unavailable.isRetryable();
	}

	private static Mono<Throwable> failure(Mono<?> call) {
		return call.then(Mono.<Throwable>empty()).onErrorResume(Mono::just);
	}

	@Test
	void closesConnectionsWhenApplicationCloses() {
		try (CountingServer server = CountingServer.responding()) {
			runner(server).run((context) -> {
				Flux.range(0, 20).flatMap((caller) -> connections(context).get("ent_1"), 20).blockLast(PATIENCE);
				assertThat(server.open()).isPositive();
			});
			server.awaitAllClosed();
		}
	}

	@Test
	void opensConnectionsAnewWhenApplicationWasPausedMeanwhile() {
		opensConnectionsAnewAfter(ConfigurableApplicationContext::pause, ConfigurableApplicationContext::restart);
	}

	@Test
	void opensConnectionsAnewWhenApplicationWasStoppedMeanwhile() {
		opensConnectionsAnewAfter(Lifecycle::stop, Lifecycle::start);
	}

	private void opensConnectionsAnewAfter(Consumer<ConfigurableApplicationContext> end,
			Consumer<ConfigurableApplicationContext> start) {
		try (CountingServer server = CountingServer.responding()) {
			runner(server).run((context) -> {
				ConfigurableApplicationContext application = context.getSourceApplicationContext();
				for (int time = 0; time < 3; time++) {
					assertThat(connections(context).get("ent_1").block(PATIENCE)).isNotNull();
					end.accept(application);
					server.awaitAllClosed();
					start.accept(application);
				}
				assertThat(connections(context).get("ent_1").block(PATIENCE)).isNotNull();
			});
			server.awaitAllClosed();
		}
	}

	@Test
	void leavesNoThreadWhenApplicationCloses() {
		try (CountingServer server = CountingServer.responding()) {
			run(server);
			server.awaitAllClosed();
			long before = threads();
			for (int context = 0; context < 3; context++) {
				run(server);
			}
			server.awaitAllClosed();
			CountingServer.await("No new thread is left", () -> threads() <= before);
		}
	}

	private void run(CountingServer server) {
		runner(server).run((context) -> Flux.range(0, 20)
			.flatMap((caller) -> connections(context).get("ent_1"), 20)
			.blockLast(PATIENCE));
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> !name.startsWith("parallel-"))
			.count();
	}

	@Test
	void opensNothingBeforeFirstCall() {
		try (CountingServer server = CountingServer.responding()) {
			runner(server).run((context) -> {
				connections(context).get("ent_1");
				assertThat(this.pool.active() + this.pool.idle() + this.pool.pending()).isZero();
			});
			assertThat(server.accepted()).isZero();
		}
	}

	@Test
	void resolvesNamesAgainAfterMinute() {
		try (CountingServer server = CountingServer.responding()) {
			runner(server).run((context) -> assertThat(
					this.pool.client().configuration().getNameResolverProvider().cacheMaxTimeToLive())
				.isEqualTo(Duration.ofMinutes(1)));
		}
	}

	@Test
	void leavesResolverOfApplicationAlone() {
		try (CountingServer server = CountingServer.responding()) {
			runner(server).withUserConfiguration(OwnResolver.class)
				.run((context) -> assertThat(this.pool.client().configuration().resolver())
					.isSameAs(DefaultAddressResolverGroup.INSTANCE));
		}
	}

	@Test
	void leavesNamesToProxyWhenThereIsOne() {
		List<String> heads = new CopyOnWriteArrayList<>();
		try (CountingServer proxy = CountingServer.playing((link) -> {
			heads.add(link.read().head());
			link.write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
		})) {
			System.setProperty("https.proxyHost", "127.0.0.1");
			System.setProperty("https.proxyPort", String.valueOf(proxy.port()));
			try {
				VendorContexts.against(this.vendor, "https://api.vendor.invalid")
					.withPropertyValues(this.vendor.property("retry.max-attempts=1"))
					.run((context) -> StepVerifier.create(create(context))
						.expectErrorSatisfies((failure) -> assertThat(isUnsent(failure)).as("%s", failure).isTrue())
						.verify(PATIENCE));
			}
			finally {
				System.clearProperty("https.proxyHost");
				System.clearProperty("https.proxyPort");
			}
		}
		assertThat(heads).singleElement().asString().startsWith("CONNECT api.vendor.invalid:443 HTTP/1.1");
	}

	@Test
	void goesPastProxyWhenAddressIsLoopback() {
		try (CountingServer proxy = CountingServer.responding(); CountingServer server = CountingServer.responding()) {
			System.setProperty("http.proxyHost", "127.0.0.1");
			System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
			try {
				run(server);
			}
			finally {
				System.clearProperty("http.proxyHost");
				System.clearProperty("http.proxyPort");
			}
			assertThat(proxy.accepted()).isZero();
			assertThat(server.requests()).isEqualTo(20);
		}
	}

	private ApplicationContextRunner runner(CountingServer server, String... properties) {
		return VendorContexts.against(this.vendor, server.address())
			.withPropertyValues(Arrays.stream(properties).map(this.vendor::property).toArray(String[]::new))
			.withBean(PoolProbe.class, () -> this.pool);
	}

	private VendorUnderTest.Connections connections(ApplicationContext context) {
		return this.vendor.connections(context);
	}

	private Mono<String> create(ApplicationContext context) {
		return connections(context).create("one");
	}

	private static void await(CountDownLatch latch) {
		CountingServer.await("The response is due", () -> latch.getCount() == 0);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnResolver {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> ownResolver() {
			return (builder) -> builder
				.withHttpClientCustomizer((client) -> client.resolver(DefaultAddressResolverGroup.INSTANCE));
		}

	}

}
