// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.RawServer.Connection;
import io.github.ssoconnections.testing.VirtualTime;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of faults on the way: once for what may be retried and once for what may
 * not, as all vendors share the pipeline.
 */
@ExtendWith(BufferLeaks.class)
class TransportFaultTests {

	private final VirtualTime time = new VirtualTime();

	private final Upstream upstream = new Upstream(this.time);

	@ParameterizedTest
	@MethodSource("faults")
	void failsByEffectWhenTheConnectionBreaks(Effect effect, Fault fault) {
		try (RawServer server = RawServer.playing(fault::play)) {
			SsoApiException failure = Calls.failureOf(call(server.address(), effect));
			server.awaitFault();
			assertThat(server.requests()).hasSize(1);
			assertThat(failure).isExactlyInstanceOf(whenNobodyKnows(effect));
			assertThat(failure.status()).isNull();
			assertThat(failure.errors()).isEmpty();
			assertThat(failure).hasMessageStartingWith(name(effect) + ": connection failed: ");
		}
	}

	@ParameterizedTest
	@EnumSource
	void sendsAChangeOnceWhenAUsedConnectionBreaks(Fault fault) {
		AtomicInteger requests = new AtomicInteger();
		try (RawServer server = RawServer.playing((connection) -> {
			if (requests.getAndIncrement() == 0) {
				connection.readRequest();
				connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
			}
			fault.play(connection);
		})) {
			assertThat(call(server.address(), Effect.READ).blockOptional(Calls.PATIENCE)).isPresent();
			assertThat(Calls.failureOf(call(server.address(), Effect.CREATE)))
				.isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class);
			server.awaitFault();
			assertThat(server.requests()).hasSize(2);
		}
	}

	@ParameterizedTest
	@MethodSource("stalls")
	void endsTheCallWhenTheResponseTakesTooLong(Effect effect, Stall stall) {
		Semaphore reading = new Semaphore(0);
		try (RawServer server = RawServer.playing(stall::play)) {
			Mono<?> call = stall.call(this.upstream, server, reading, effect);
			SsoApiException failure = Calls.failureIn(this.time.endsAfter(stall.patience(), call, server::awaitFault,
					() -> awaitReading(stall, reading)));
			assertThat(failure).isExactlyInstanceOf(whenNobodyKnows(effect))
				.hasMessageStartingWith(name(effect) + ": " + stall.told());
			server.awaitHangUp();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@MethodSource("stalls")
	void closesTheConnectionWhenTheCallIsCancelled(Effect effect, Stall stall) {
		Semaphore reading = new Semaphore(0);
		try (RawServer server = RawServer.playing(stall::play)) {
			Disposable call = stall.call(this.upstream, server, reading, effect).subscribe();
			server.awaitFault();
			awaitReading(stall, reading);
			call.dispose();
			server.awaitHangUp();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isUnavailableWhenTheConnectionIsRefused(Effect effect) throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		assertNotSent(Calls.failureOf(call("http://127.0.0.1:" + port, effect)), effect);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isUnavailableWhenTheHostIsUnknown(Effect effect) {
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(
					new ReactorClientHttpConnector(HttpClient.create().disableRetry(true).resolver(new NobodyKnows())));
		assertNotSent(Calls.failureOf(call(this.upstream, builder, "https://nonexistent.invalid", effect)), effect);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isUnavailableWhenTheCertificateIsNotTrusted(Effect effect) {
		WireMockServer server = new WireMockServer(
				WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
		server.start();
		try {
			assertNotSent(Calls.failureOf(call("https://127.0.0.1:" + server.httpsPort(), effect)), effect);
			assertThat(server.getAllServeEvents()).isEmpty();
		}
		finally {
			server.stop();
		}
	}

	private static void awaitReading(Stall stall, Semaphore reading) {
		try {
			assertThat(!stall.inBody || reading.tryAcquire(20, TimeUnit.SECONDS)).as("The body was read").isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isUnavailableWhenTheServerDoesNotSpeakTls(Effect effect) {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readSome();
			connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
			connection.fault();
			connection.awaitHangUp();
		})) {
			assertNotSent(Calls.failureOf(call("https://127.0.0.1:" + server.port(), effect)), effect);
			server.awaitFault();
		}
	}

	private static void assertNotSent(SsoApiException failure, Effect effect) {
		assertThat(failure).isExactlyInstanceOf(SsoApiException.Unavailable.class)
			.hasMessageStartingWith(name(effect) + ": not connected: ");
		assertThat(failure.status()).isNull();
	}

	private Mono<?> call(String server, Effect effect) {
		return call(this.upstream, Transport.builder(), server, effect);
	}

	// The policy would retry the change: it must not be invoked
	private static Mono<?> call(Upstream upstream, WebClient.Builder builder, String server, Effect effect) {
		if (effect == Effect.READ) {
			return upstream.client(builder, server, Calls.once()).execute(Upstream.READ.call("id_1"));
		}
		ApiClientSettings settings = ApiClientSettings.defaults()
			.withRetryPolicy(
					(failed) -> (failed.failure() instanceof SsoApiException.OutcomeUnknown) ? Duration.ZERO : null);
		return upstream.client(builder, server, settings)
			.execute(Upstream.CREATE.call("id_1").body(new Upstream.Body().set("secret", Calls.SECRET)));
	}

	private static Class<? extends SsoApiException> whenNobodyKnows(Effect effect) {
		return (effect == Effect.CREATE) ? SsoApiException.OutcomeUnknown.class : SsoApiException.Unavailable.class;
	}

	private static String name(Effect effect) {
		return "stub things." + effect.name().toLowerCase(Locale.ROOT);
	}

	static Stream<Effect> calls() {
		return Stream.of(Effect.READ, Effect.CREATE);
	}

	static Stream<Arguments> faults() {
		return calls().flatMap((effect) -> Arrays.stream(Fault.values()).map((fault) -> Arguments.of(effect, fault)));
	}

	static Stream<Arguments> stalls() {
		return calls().flatMap((effect) -> Arrays.stream(Stall.values()).map((stall) -> Arguments.of(effect, stall)));
	}

	/**
	 * Ways to break off after the request has been read.
	 */
	enum Fault {

		CLOSE_WITHOUT_ANSWER(""),

		CLOSE_IN_STATUS_LINE("HTTP/1.1 20"),

		CLOSE_IN_HEADERS("HTTP/1.1 200 OK\r\nContent-Type: applica"),

		CLOSE_IN_BODY("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":"),

		CLOSE_IN_CHUNKED_BODY("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),

		NO_HTTP("SSH-2.0-OpenSSH_9.2p1\r\n\r\n\r\n"),

		BINARY("\u0015\u0003\u0003\u0000\u0002\u0002\u0046\r\n\r\n"),

		NO_CHUNK_SIZE("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"),

		RESET_BEFORE_ANSWER("") {

			@Override
			void end(Connection connection) throws IOException {
				connection.reset();
			}

		};

		private final String response;

		Fault(String response) {
			this.response = response;
		}

		void play(Connection connection) throws IOException {
			if (connection.readRequest()) {
				connection.write(this.response);
				connection.fault();
				end(connection);
			}
		}

		void end(Connection connection) throws IOException {
		}

	}

	/**
	 * Ways to keep the client waiting.
	 */
	enum Stall {

		NO_ANSWER(false, "", ""),

		NO_REST_OF_HEADERS(false, "HTTP/1.1 200 OK\r\nX-A: b", ""),

		NO_REST_OF_BODY(true, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", ""),

		NO_REST_OF_ERROR_BODY(true, "HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n{", ""),

		DRIPPING_BODY(true, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n");

		private final boolean inBody;

		private final String start;

		private final String drop;

		Stall(boolean inBody, String start, String drop) {
			this.inBody = inBody;
			this.start = start;
			this.drop = drop;
		}

		// A status that has come is not given up for the rest of its body
		Duration patience() {
			return Duration.ofSeconds((this == NO_REST_OF_ERROR_BODY) ? 2 : 10);
		}

		String told() {
			return (this == NO_REST_OF_ERROR_BODY) ? "500 " : "no complete response within 10000 ms";
		}

		void play(Connection connection) throws IOException {
			connection.readRequest();
			connection.write(this.start);
			for (int drops = 0; !this.drop.isEmpty(); drops++) {
				connection.write(this.drop);
				if (drops == 100) {
					connection.fault();
				}
			}
			connection.fault();
			connection.awaitHangUp();
		}

		Mono<?> call(Upstream upstream, RawServer server, Semaphore reading, Effect effect) {
			ExchangeFilterFunction filter = ExchangeFilterFunction.ofResponseProcessor((response) -> Mono
				.just(response.mutate().body((body) -> body.doOnNext((buffer) -> reading.release())).build()));
			return TransportFaultTests.call(upstream, Transport.builder().filter(filter), server.address(), effect);
		}

	}

	/**
	 * Knows no host, without asking a server that may take its time.
	 */
	private static final class NobodyKnows extends AddressResolverGroup<InetSocketAddress> {

		@Override
		protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
			return new InetNameResolver(executor) {

				@Override
				protected void doResolve(String name, Promise<InetAddress> promise) {
					promise.setFailure(new UnknownHostException(name));
				}

				@Override
				protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
					promise.setFailure(new UnknownHostException(name));
				}

			}.asAddressResolver();
		}

	}

}
