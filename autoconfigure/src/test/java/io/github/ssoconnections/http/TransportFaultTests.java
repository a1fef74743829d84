// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.RawServer.Connection;
import io.github.ssoconnections.testing.VendorUnderTest;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(BufferLeaks.class)
@ParameterizedClass
@EnumSource(VendorUnderTest.class)
class TransportFaultTests {

	@Parameter
	VendorUnderTest vendor;

	@ParameterizedTest
	@MethodSource("faults")
	void failsByEffectWhenTheConnectionBreaks(Transport transport, Operation operation, Fault fault) {
		try (RawServer server = RawServer.playing(fault::play)) {
			SsoApiException failure = Calls.failureOf(operation.on(connect(transport, server.address())));
			server.awaitFault();
			assertThat(failure).isExactlyInstanceOf(operation.whenNobodyKnows());
			assertThat(failure.status()).isNull();
			assertThat(failure.errors()).isEmpty();
			assertThat(failure).hasMessageStartingWith(
					this.vendor.vendor() + " " + operation.at(this.vendor) + ": connection failed: ");
		}
	}

	@ParameterizedTest
	@MethodSource("stalls")
	void endsTheCallWhenTheAnswerTakesTooLong(Transport transport, Operation operation, Stall stall) {
		Semaphore reading = new Semaphore(0);
		try (RawServer server = RawServer.playing(stall::play)) {
			SsoApiException failure = Calls.failureIn(StepVerifier
				.withVirtualTime(() -> operation.on(stall.connect(this.vendor, transport, server, reading)))
				.expectSubscription()
				.then(server::awaitFault)
				.then(() -> awaitReading(stall, reading))
				.expectNoEvent(stall.patience().minusMillis(1))
				.thenAwait(Duration.ofMillis(1)));
			assertThat(failure).isExactlyInstanceOf(operation.whenNobodyKnows())
				.hasMessageStartingWith(this.vendor.vendor() + " " + operation.at(this.vendor) + ": " + stall.told());
			if (stall.endsTheConnectionOn(transport)) {
				server.awaitHangUp();
			}
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@MethodSource("stalls")
	void closesTheConnectionWhenTheCallIsCancelled(Transport transport, Operation operation, Stall stall) {
		Semaphore reading = new Semaphore(0);
		try (RawServer server = RawServer.playing(stall::play)) {
			Disposable call = operation.on(stall.connect(this.vendor, transport, server, reading)).subscribe();
			server.awaitFault();
			awaitReading(stall, reading);
			call.dispose();
			if (stall.endsTheConnectionOn(transport) && !isFinishedWhenCancelled(operation)) {
				server.awaitHangUp();
			}
			assertThat(server.requests()).hasSize(1);
		}
	}

	// The next update of the connection waits for what this one has written
	private boolean isFinishedWhenCancelled(Operation operation) {
		return this.vendor == VendorUnderTest.AUTH0 && operation == Operation.PATCH;
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isUnavailableWhenTheConnectionIsRefused(Transport transport, Operation operation) throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		assertNotSent(Calls.failureOf(operation.on(connect(transport, "http://127.0.0.1:" + port))), operation);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isUnavailableWhenTheHostIsUnknown(Transport transport, Operation operation) {
		WebClient.Builder builder = (transport == Transport.JDK) ? transport.builder() : WebClient.builder()
			.clientConnector(
					new ReactorClientHttpConnector(HttpClient.create().disableRetry(true).resolver(new NobodyKnows())));
		assertNotSent(Calls.failureOf(operation.on(this.vendor.connect(builder, "https://nonexistent.invalid",
				Calls.once().withTimeouts(Duration.ofMinutes(1), Duration.ofMinutes(1))))), operation);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isUnavailableWhenTheCertificateIsNotTrusted(Transport transport, Operation operation) {
		WireMockServer server = new WireMockServer(
				WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
		server.start();
		try {
			assertNotSent(Calls.failureOf(operation.on(connect(transport, "https://127.0.0.1:" + server.httpsPort()))),
					operation);
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
	void isUnavailableWhenTheServerDoesNotSpeakTls(Transport transport, Operation operation) {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readSome();
			connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
			connection.fault();
			connection.awaitHangUp();
		})) {
			assertNotSent(Calls.failureOf(operation.on(connect(transport, "https://127.0.0.1:" + server.port()))),
					operation);
			server.awaitFault();
		}
	}

	private void assertNotSent(SsoApiException failure, Operation operation) {
		assertThat(failure).isExactlyInstanceOf(SsoApiException.Unavailable.class)
			.hasMessageStartingWith(this.vendor.vendor() + " " + operation.at(this.vendor) + ": not connected: ");
		assertThat(failure.status()).isNull();
	}

	private VendorUnderTest.Connections connect(Transport transport, String server) {
		return this.vendor.connect(transport.builder(), this.vendor.baseUrl(server), Calls.once());
	}

	static Stream<Arguments> calls() {
		return Stream.of(Transport.values())
			.flatMap((transport) -> Stream.of(Operation.values())
				.map((operation) -> Arguments.of(transport, operation)));
	}

	static Stream<Arguments> faults() {
		return calls().flatMap((call) -> Arrays.stream(Fault.values()).map((fault) -> with(call, fault)));
	}

	static Stream<Arguments> stalls() {
		return calls().flatMap((call) -> Arrays.stream(Stall.values()).map((stall) -> with(call, stall)));
	}

	private static Arguments with(Arguments call, Object third) {
		return Arguments.of(call.get()[0], call.get()[1], third);
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

		private final String answer;

		Fault(String answer) {
			this.answer = answer;
		}

		void play(Connection connection) throws IOException {
			if (connection.readRequest()) {
				connection.write(this.answer);
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
			return (this == NO_REST_OF_ERROR_BODY) ? "500 " : "no complete answer within 10000 ms";
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

		// The JDK's client may miss a cancellation that meets a chunk of the body
		boolean endsTheConnectionOn(Transport transport) {
			return !this.inBody || transport != Transport.JDK;
		}

		VendorUnderTest.Connections connect(VendorUnderTest vendor, Transport transport, RawServer server,
				Semaphore reading) {
			ExchangeFilterFunction filter = ExchangeFilterFunction.ofResponseProcessor((response) -> Mono
				.just(response.mutate().body((body) -> body.doOnNext((buffer) -> reading.release())).build()));
			return vendor.connect(transport.builder().filter(filter), vendor.baseUrl(server.address()), Calls.once());
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
