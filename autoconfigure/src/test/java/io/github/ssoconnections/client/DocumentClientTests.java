// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.VirtualTime;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(BufferLeaks.class)
class DocumentClientTests {

	private static final int LIMIT = 100_000;

	private static final Duration TIMEOUT = Duration.ofSeconds(8);

	private static final DocumentClient.Source SOURCE = new DocumentClient.Source("idp", "metadata.fetch",
			"application/xml", ClassCastException.class);

	private static final ClientHttpConnector CONNECTOR = new ReactorClientHttpConnector(
			HttpClient.create(ConnectionProvider.newConnection()).disableRetry(true));

	private final VirtualTime time = new VirtualTime();

	@Test
	void sendsNothingButWhatAStrangerNeeds() {
		try (RawServer server = RawServer.responding(RawServer.respond(200, "application/xml", new byte[] { '<' }))) {
			assertThat(get(server, "/metadata?a=b%20c").block(Calls.PATIENCE)).containsExactly('<');
			List<String> request = server.requests().get(0).strip().lines().toList();
			assertThat(request.get(0)).isEqualTo("GET /v1/metadata?a=b%20c HTTP/1.1");
			assertThat(request.subList(1, request.size())).map((line) -> line.toLowerCase(Locale.ROOT))
				.containsExactlyInAnyOrder("host: 127.0.0.1:" + server.port(), "accept: application/xml",
						"user-agent: sso-connections");
		}
	}

	@ParameterizedTest
	@CsvSource({ "400,InvalidRequest", "401,Unauthorized", "403,Forbidden", "404,NotFound", "410,Gone",
			"429,RateLimited", "500,Unavailable", "503,Unavailable" })
	void failsByStatus(int status, String type) {
		byte[] body = "secret of the body".getBytes(StandardCharsets.US_ASCII);
		try (RawServer server = RawServer.responding(RawServer.respond(status, "text/html", body))) {
			SsoApiException failure = Calls.failureOf(get(server, "/metadata?token=t0ken"));
			assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
			assertThat(failure)
				.hasMessage("idp metadata.fetch: " + status + " from " + server.baseUrl() + "/metadata?******");
			assertThat(failure.vendor()).isEqualTo("idp");
			assertThat(failure.operation()).isEqualTo("metadata.fetch");
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "301,https://user:pw@other.example/saml?token=t0ken#part,https://other.example/saml?******",
			"302,//other.example:8443/x,http://other.example:8443/x", "303,/login,http://127.0.0.1:%d/login",
			"307,http://169.254.169.254/latest,http://169.254.169.254/latest", "308,\\\\[,no usable address",
			"302,file:///etc/passwd,no usable address",
			"302,https://idp_eu.acme.example/saml,https://idp_eu.acme.example/saml",
			"302,https://user:pw@idp_eu.acme.example:8443/saml?token=t0ken,https://idp_eu.acme.example:8443/saml?******" })
	void namesWhereARedirectPointsTo(int status, String location, String shown) {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection
				.write("HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
		})) {
			SsoApiException failure = Calls.failureOf(get(server, "/metadata"));
			assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
				.hasMessage("idp metadata.fetch: " + status + " from " + server.baseUrl()
						+ "/metadata: redirects are not followed, and the location is "
						+ shown.formatted(server.port()));
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void saysLessWhenARedirectPointsNowhere() {
		try (RawServer server = RawServer.responding(RawServer.respond(302, "", new byte[0]))) {
			assertThat(Calls.failureOf(get(server, "/metadata")))
				.hasMessageEndingWith("/metadata: redirects are not followed");
		}
	}

	@Test
	void takesADocumentOfExactlyTheLimit() {
		try (RawServer server = RawServer.responding(RawServer.respond(200, "", new byte[LIMIT]))) {
			assertThat(get(server, "/metadata").block(Calls.PATIENCE)).hasSize(LIMIT);
		}
	}

	@Test
	void isTooLargeWhenTheDocumentIsAByteOverTheLimit() {
		try (RawServer server = RawServer.responding(RawServer.respond(200, "", new byte[LIMIT + 1]))) {
			assertTooLarge(Calls.failureOf(get(server, "/metadata")));
		}
	}

	@Test
	void hangsUpWhenTheDocumentNeverEnds() {
		try (RawServer server = RawServer.playing((connection) -> sendForever(connection, "200 OK"))) {
			assertTooLarge(Calls.failureOf(get(server, "/metadata")));
			server.awaitHangUp();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "404 Not Found", "302 Found", "200 OK\r\nContent-Encoding: gzip" })
	void hangsUpAtOnceWhenTheBodyIsOfNoUse(String status) {
		try (RawServer server = RawServer.playing((connection) -> sendForever(connection, status))) {
			assertThat(Calls.failureOf(get(server, "/metadata")).status())
				.isEqualTo(Integer.valueOf(status.substring(0, 3)));
			server.awaitHangUp();
		}
	}

	private static void sendForever(RawServer.Connection connection, String status) throws IOException {
		connection.readRequest();
		connection.write("HTTP/1.1 " + status + "\r\n\r\n");
		while (true) {
			connection.write(new byte[8192]);
		}
	}

	@Test
	void isMalformedWhenTheDocumentIsEmptyOrCompressed() {
		try (RawServer server = RawServer.responding(RawServer.respond(200, "", new byte[0]))) {
			assertThat(Calls.failureOf(get(server, "/metadata")))
				.isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
				.hasMessage("idp metadata.fetch: 200 the body is empty");
		}
		try (RawServer server = RawServer
			.responding(RawServer.respond(200, "text/xml\r\nContent-Encoding: br", new byte[] { 1 }))) {
			assertThat(Calls.failureOf(get(server, "/metadata")))
				.isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
				.hasMessageContaining("compressed");
		}
	}

	@Test
	void isUnavailableWhenTheConnectionBreaks() {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n<");
			connection.fault();
			connection.reset();
		})) {
			assertThat(Calls.failureOf(get(server, "/metadata?token=t0ken")))
				.isExactlyInstanceOf(SsoApiException.Unavailable.class)
				.message()
				.startsWith("idp metadata.fetch: connection failed: ")
				.doesNotContain("t0ken");
			server.awaitFault();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "SSH-2.0-internals", "HTTP/1.1 internals OK", "HTTP/1.1 200 OK\r\nContent-Length: internals",
					"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ninternals" })
	void quotesNothingOfWhatIsNotHttp(String response) {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write(response + "\r\n\r\n");
			connection.fault();
		})) {
			assertThat(Calls.failureOf(get(server, "/metadata"))).isExactlyInstanceOf(SsoApiException.Unavailable.class)
				.hasMessageNotContaining("internals");
			server.awaitFault();
		}
	}

	@Test
	void endsWithItsTime() {
		ClientHttpConnector silent = (method, uri, callback) -> Mono.never();
		assertEndsAfter(silent, TIMEOUT, null);
		assertEndsAfter(silent, Duration.ofSeconds(3), CallOptions.timeout(Duration.ofSeconds(3)));
	}

	@Test
	void endsWithItsTimeWhileTheDocumentIsBeingRead() throws Exception {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch read = new CountDownLatch(1);
		try (RawServer server = RawServer.responding(RawServer.respond(200, "", new byte[] { '<' }))) {
			Mono<String> document = timed().get(URI.create(server.baseUrl()), (bytes) -> {
				reading.countDown();
				await(read);
				return "too late";
			});
			this.time.endsAfter(TIMEOUT, document, () -> await(reading))
				.consumeErrorWith((failure) -> assertThat(failure)
					.isExactlyInstanceOf(SsoApiException.Unavailable.class)
					.hasMessage("idp metadata.fetch: no complete response within " + TIMEOUT.toMillis() + " ms"))
				.verify(Calls.PATIENCE);
		}
		finally {
			read.countDown();
		}
	}

	@Test
	void readsAnOrdinaryDocumentOnThreadThatMayBlock() {
		try (RawServer server = RawServer.responding(RawServer.respond(200, "", new byte[] { '<' }))) {
			assertThat(client(CONNECTOR, ObservationRegistry.NOOP)
				.get(URI.create(server.baseUrl()), (bytes) -> Schedulers.isInNonBlockingThread())
				.block(Calls.PATIENCE)).isFalse();
		}
	}

	@Test
	void streamsADocumentToItsEnd() {
		byte[] body = new byte[LIMIT];
		Arrays.fill(body, (byte) 'x');
		try (RawServer server = RawServer.responding(RawServer.respond(200, "", body))) {
			assertThat(stream(server, (document) -> {
				assertThat(Schedulers.isInNonBlockingThread()).isFalse();
				assertThat(document.read()).isEqualTo('x');
				int count = 1 + document.readAllBytes().length;
				assertThat(document.read()).isEqualTo(-1);
				return count;
			}).block(Calls.PATIENCE)).isEqualTo(LIMIT);
		}
	}

	@Test
	void hangsUpWhenAStreamedDocumentNeverEnds() {
		try (RawServer server = RawServer.playing((connection) -> sendForever(connection, "200 OK"))) {
			assertTooLarge(Calls.failureOf(stream(server, InputStream::readAllBytes)));
			server.awaitHangUp();
		}
	}

	@Test
	void passesOnWhatTheReaderOfAStreamFailsWithAndHangsUp() {
		IllegalArgumentException reason = new IllegalArgumentException("no metadata");
		try (RawServer server = RawServer.playing((connection) -> sendForever(connection, "200 OK"))) {
			StepVerifier.create(stream(server, (document) -> {
				document.read();
				throw reason;
			})).expectErrorSatisfies((failure) -> assertThat(failure).isSameAs(reason)).verify(Calls.PATIENCE);
			server.awaitHangUp();
		}
	}

	@Test
	void isUnavailableWhenAStreamBreaks() {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n<");
			connection.fault();
			connection.reset();
		})) {
			assertThat(Calls.failureOf(stream(server, InputStream::readAllBytes)))
				.isExactlyInstanceOf(SsoApiException.Unavailable.class)
				.message()
				.startsWith("idp metadata.fetch: connection failed: ");
		}
	}

	@Test
	void failsByStatusBeforeItStreams() {
		try (RawServer server = RawServer.responding(RawServer.respond(404, "", new byte[0]))) {
			assertThat(Calls.failureOf(stream(server, InputStream::readAllBytes)))
				.isExactlyInstanceOf(SsoApiException.NotFound.class);
		}
	}

	@Test
	void endsWithItsTimeWhileAStreamPausesAndHangsUp() {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch over = new CountDownLatch(1);
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n<");
			connection.fault();
			connection.awaitHangUp();
		})) {
			Mono<byte[]> document = timed().stream(URI.create(server.baseUrl()), (stream) -> {
				try {
					assertThat(stream.read()).isEqualTo('<');
					reading.countDown();
					return stream.readAllBytes();
				}
				finally {
					over.countDown();
				}
			});
			this.time.endsAfter(TIMEOUT, document, () -> await(reading))
				.consumeErrorWith(
						(failure) -> assertThat(failure).isExactlyInstanceOf(SsoApiException.Unavailable.class))
				.verify(Calls.PATIENCE);
			await(over);
			server.awaitHangUp();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(Calls.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private DocumentClient timed() {
		return new DocumentClient(CONNECTOR, SOURCE, TIMEOUT, DataSize.ofBytes(LIMIT), ObservationRegistry.NOOP,
				ClientTime.of(this.time::scheduler));
	}

	private static <T> Mono<T> stream(RawServer server, DocumentClient.StreamReader<T> reader) {
		return client(CONNECTOR, ObservationRegistry.NOOP).stream(URI.create(server.baseUrl()), reader);
	}

	private void assertEndsAfter(ClientHttpConnector connector, Duration time, CallOptions options) {
		URI uri = URI.create("https://idp.example.com/metadata");
		Mono<byte[]> document = new DocumentClient(connector, SOURCE, TIMEOUT, DataSize.ofBytes(LIMIT),
				ObservationRegistry.NOOP, ClientTime.of(this.time::scheduler))
			.get(uri);
		this.time.endsAfter(time, (options != null) ? document.contextWrite(options) : document)
			.consumeErrorWith((failure) -> assertThat(failure).isExactlyInstanceOf(SsoApiException.Unavailable.class)
				.hasMessage("idp metadata.fetch: no complete response within " + time.toMillis() + " ms"))
			.verify(Calls.PATIENCE);
	}

	@Test
	void passesOnThatTheConnectorRejectsTheAddress() {
		ClassCastException rejection = new ClassCastException("not there");
		ClientHttpConnector rejecting = (method, uri, callback) -> Mono.error(new IllegalStateException(rejection));
		StepVerifier.create(client(rejecting, ObservationRegistry.NOOP).get(URI.create("https://idp.example.com/")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isSameAs(rejection))
			.verify(Calls.PATIENCE);
	}

	@Test
	void isObservedLikeAnOperation() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		try (RawServer server = RawServer.responding(RawServer.respond(404, "", new byte[0]))) {
			Calls.failureOf(client(CONNECTOR, registry).get(URI.create(server.baseUrl())));
		}
		TestObservationRegistryAssert.assertThat(registry)
			.hasNumberOfObservationsEqualTo(1)
			.hasSingleObservationThat()
			.hasNameEqualTo("sso.connections.operation")
			.hasBeenStopped()
			.hasLowCardinalityKeyValue("vendor", "idp")
			.hasLowCardinalityKeyValue("operation", "metadata.fetch")
			.hasLowCardinalityKeyValue("outcome", "failure")
			.hasLowCardinalityKeyValue("exception", "NotFound");
	}

	private static void assertTooLarge(SsoApiException failure) {
		assertThat(failure).isInstanceOfSatisfying(SsoApiException.MalformedResponse.class,
				(malformed) -> assertThat(malformed.isTooLarge()).isTrue());
	}

	private static Mono<byte[]> get(RawServer server, String path) {
		return client(CONNECTOR, ObservationRegistry.NOOP).get(URI.create(server.baseUrl() + path));
	}

	private static DocumentClient client(ClientHttpConnector connector, ObservationRegistry observations) {
		return new DocumentClient(connector, SOURCE, TIMEOUT, DataSize.ofBytes(LIMIT), observations);
	}

}
