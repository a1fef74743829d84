// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.VendorUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the configured client against faults below HTTP.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(VendorUnderTest.class)
class ConnectorTests {

	@Parameter
	VendorUnderTest vendor;

	private static final int CALLERS = 50;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n";

	@Test
	void endsAtTimeoutAndLeavesNoConnectionWhenBodyTrickles() {
		endsAtTimeout(HEAD);
	}

	@Test
	void endsAtTimeoutAndLeavesNoConnectionWhenHeadTrickles() {
		endsAtTimeout("HTTP/1.1 200 OK\r\nX-Endless: ");
	}

	private void endsAtTimeout(String start) {
		try (CountingServer server = CountingServer.playing((link) -> {
			link.read();
			link.fault().write(start);
			trickle(link);
		})) {
			List<Throwable> failures = new CopyOnWriteArrayList<>();
			runner(server)
				.withPropertyValues(this.vendor.property("response-timeout=300ms"),
						this.vendor.property("retry.max-attempts=1"))
				.run((context) -> {
					VendorUnderTest.Connections service = this.vendor.connections(context);
					Flux.range(0, CALLERS)
						.flatMap((caller) -> failure((caller % 2 == 0) ? service.get("ent_1") : service.create("one")),
								CALLERS)
						.doOnNext(failures::add)
						.blockLast(PATIENCE);
					server.awaitAllClosed();
				});
			assertThat(failures).hasSize(CALLERS)
				.allSatisfy((failure) -> assertThat(failure).hasMessageContaining("within 300 ms"));
			assertThat(failures).allMatch((failure) -> failure instanceof SsoApiException.Unavailable
					|| failure instanceof SsoApiException.OutcomeUnknown);
			assertThat(server.faults()).isBetween(1, CALLERS);
		}
	}

	private static void trickle(CountingServer.Link link) throws IOException {
		while (true) {
			link.write(" ");
			CountingServer.pause(20);
		}
	}

	@Test
	void keepsToCallTimeoutWhenEveryAttemptTimesOut() {
		try (CountingServer server = CountingServer.playing((link) -> {
			// The last attempt may be over before its request is sent
			if (link.read() != null) {
				link.fault().awaitHangUp();
			}
		})) {
			runner(server)
				.withPropertyValues(this.vendor.property("response-timeout=200ms"),
						this.vendor.property("call-timeout=1s"), this.vendor.property("retry.max-attempts=1000"))
				.run((context) -> {
					Throwable failure = failure(this.vendor.connections(context).get("ent_1")).block(PATIENCE);
					assertThat(failure).isInstanceOf(SsoApiException.Unavailable.class);
				});
			server.awaitAllClosed();
			// None takes less than 200 ms but the last
			assertThat(server.faults()).isBetween(1, 6);
			assertThat(server.requests()).isEqualTo(server.faults());
		}
	}

	@Test
	void endsEveryCallAtItsOwnDeadline() {
		List<Throwable> dropped = new CopyOnWriteArrayList<>();
		Hooks.onErrorDropped(dropped::add);
		try (CountingServer server = CountingServer.playing((link) -> {
			link.read();
			link.fault().awaitHangUp();
		})) {
			runner(server).run((context) -> {
				Long failed = Flux.range(0, CALLERS)
					.flatMap((caller) -> failure(this.vendor.connections(context).get("ent_1"))
						.contextWrite(CallOptions.timeout(Duration.ofMillis(300))), CALLERS)
					.filter(SsoApiException.Unavailable.class::isInstance)
					.count()
					.block(PATIENCE);
				assertThat(failed).isEqualTo(CALLERS);
				server.awaitAllClosed();
			});
			assertThat(server.faults()).isPositive();
			assertThat(dropped).isEmpty();
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
	}

	@Test
	void readsResponseOfServer() {
		try (CountingServer server = CountingServer.playing((link) -> {
			CountingServer.Request request = link.read();
			while (request != null) {
				boolean gzip = request.head().toLowerCase(Locale.ROOT).contains("accept-encoding: gzip");
				assertThat(gzip).isTrue();
				link.fault().respond();
				request = link.read();
			}
		})) {
			runner(server).run((context) -> {
				VendorUnderTest.Connections service = this.vendor.connections(context);
				assertThat(service.get("ent_1").block(PATIENCE)).isEqualTo("ent_1");
				assertThat(service.create("one").block(PATIENCE)).isEqualTo("ent_1");
			});
			assertThat(server.faults()).isEqualTo(2);
		}
	}

	@Test
	void translatesFaultsOfReadAndCreate() {
		check(SsoApiException.NotFound.class, SsoApiException.NotFound.class, (link) -> link.respond(404, "{}"));
		check(SsoApiException.Unavailable.class, SsoApiException.OutcomeUnknown.class,
				(link) -> link.respond(503, "{}"));
		check(SsoApiException.MalformedResponse.class, SsoApiException.MalformedResponse.class,
				(link) -> link.respond(200, "<html>"));
		check(SsoApiException.MalformedResponse.class, SsoApiException.MalformedResponse.class,
				(link) -> link.respond(200, ""));
		check(SsoApiException.MalformedResponse.class, SsoApiException.MalformedResponse.class,
				(link) -> link.write("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"));
		check(SsoApiException.Unavailable.class, SsoApiException.OutcomeUnknown.class, CountingServer.Link::reset);
		check(SsoApiException.Unavailable.class, SsoApiException.OutcomeUnknown.class, (link) -> {
			link.write(HEAD);
			link.reset();
		});
		check(SsoApiException.Unavailable.class, SsoApiException.OutcomeUnknown.class, (link) -> {
			link.write(HEAD + "{");
			link.socket().close();
		});
		check(SsoApiException.Unavailable.class, SsoApiException.OutcomeUnknown.class,
				(link) -> link.write("garbage\r\n\r\n"));
	}

	private void check(Class<?> read, Class<?> create, CountingServer.Script fault) {
		Map<String, AtomicInteger> received = new ConcurrentHashMap<>();
		try (CountingServer server = CountingServer.playing((link) -> {
			// Only a fault closes the connection: else the next request would race the
			// end
			for (CountingServer.Request request = link.read(); request != null; request = link.read()) {
				received.computeIfAbsent(request.method(), (method) -> new AtomicInteger()).incrementAndGet();
				fault.play(link);
			}
		})) {
			runner(server).withPropertyValues(this.vendor.property("retry.max-attempts=1")).run((context) -> {
				VendorUnderTest.Connections service = this.vendor.connections(context);
				assertThat(failure(service.get("ent_1")).block(PATIENCE)).isInstanceOf(read);
				assertThat(failure(service.create("one")).block(PATIENCE)).isInstanceOf(create);
			});
			assertThat(received.get("POST")).hasValue(1);
			assertThat(received.get("GET")).hasValue(1);
		}
	}

	@Test
	void reportsCreateAsNotSentWhenConnectionIsRefused() throws IOException {
		int port;
		try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			port = closed.getLocalPort();
		}
		VendorContexts.against(this.vendor, "http://127.0.0.1:" + port)

			.run((context) -> {
				Throwable failure = failure(this.vendor.connections(context).create("one")).block(PATIENCE);
				assertThat(failure).isInstanceOfSatisfying(SsoApiException.Unavailable.class,
						(ex) -> assertThat(ex.isRetryable()).isTrue());
			});
	}

	@Test
	void keepsToLimitOfBodies() {
		try (CountingServer server = CountingServer.playing((link) -> {
			while (link.read() != null) {
				link.fault().respond(200, CountingServer.CONNECTION + " ".repeat(100_000));
			}
		})) {
			ApplicationContextRunner runner = runner(server);
			runner.withPropertyValues(this.vendor.property("max-response-size=100000B")).run((context) -> {
				Throwable failure = failure(this.vendor.connections(context).get("ent_1")).block(PATIENCE);
				assertThat(failure).isInstanceOfSatisfying(SsoApiException.MalformedResponse.class,
						(ex) -> assertThat(ex.isTooLarge()).isTrue());
			});
			int size = 100_000 + CountingServer.CONNECTION.length();
			runner.withPropertyValues(this.vendor.property("max-response-size=" + size + "B"))
				.run((context) -> assertThat(this.vendor.connections(context).get("ent_1").block(PATIENCE))
					.isEqualTo("ent_1"));
			assertThat(server.faults()).isEqualTo(2);
		}
	}

	@Test
	void sendsReadOnceWhenConnectionIsStale() {
		AtomicInteger calls = new AtomicInteger();
		try (CountingServer server = CountingServer.playing((link) -> {
			for (int responded = 0; link.read() != null; responded++) {
				if (link.number() == 1 && responded == 1) {
					link.fault();
					return;
				}
				link.respond();
			}
		})) {
			runner(server).withPropertyValues(this.vendor.property("retry.max-attempts=1")).run((context) -> {
				while (server.faults() == 0) {
					calls.incrementAndGet();
					this.vendor.connections(context).get("ent_1").onErrorComplete().block(PATIENCE);
				}
			});
			assertThat(server.faults()).isEqualTo(1);
			assertThat(server.requests()).isEqualTo(calls.get());
		}
	}

	@Test
	void sendsCreateOnceWhenConnectionIsStale() {
		try (CountingServer server = CountingServer.playing((link) -> {
			link.read();
			link.respond();
			if (link.read() != null) {
				link.fault().reset();
			}
		})) {
			runner(server).run((context) -> {
				VendorUnderTest.Connections service = this.vendor.connections(context);
				int responded = 0;
				for (int call = 0; call < 100; call++) {
					Throwable failure = failure(service.create("one")).block(PATIENCE);
					responded += (failure != null) ? 0 : 1;
					assertThat(failure)
						.matches((thrown) -> thrown == null || thrown instanceof SsoApiException.OutcomeUnknown);
				}
				assertThat(responded).isEqualTo(100 - server.faults());
			});
			assertThat(server.faults()).isPositive();
			assertThat(server.requests()).isEqualTo(100);
		}
	}

	private ApplicationContextRunner runner(CountingServer server) {
		return VendorContexts.against(this.vendor, server.address());
	}

	private static Mono<Throwable> failure(Mono<?> call) {
		return call.then(Mono.<Throwable>empty()).onErrorResume(Mono::just);
	}

}
