// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.RawServer.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(BufferLeaks.class)
class BodyLimitTests {

	private static final int LIMIT = 100_000;

	/** What the buffers of the sockets take on top. */
	private static final long SOCKETS = 16 * 1024 * 1024;

	private static final byte[] BLANKS = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);

	@ParameterizedTest
	@MethodSource("calls")
	void takesABodyOfExactlyTheLimit(Operation operation) {
		for (Framing framing : Framing.values()) {
			try (RawServer server = RawServer.playing((connection) -> framing.send(connection, LIMIT))) {
				assertThat(operation.on(limited(Transport.builder(), server)).blockOptional(Calls.PATIENCE))
					.isPresent();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isMalformedWhenTheBodyIsAByteOverTheLimit(Operation operation) {
		for (Framing framing : Framing.values()) {
			try (RawServer server = RawServer.playing((connection) -> framing.send(connection, LIMIT + 1))) {
				assertTooLarge(Calls.failureOf(operation.on(limited(Transport.builder(), server))));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void stopsReadingWhenTheBodyNeverEnds(Operation operation) {
		try (RawServer server = RawServer.playing((connection) -> sendForever(connection, 200, ""))) {
			assertTooLarge(Calls.failureOf(operation.on(limited(Transport.builder(), server))));
			server.awaitHangUp();
			assertThat(server.written()).isBetween((long) LIMIT, LIMIT + SOCKETS);
		}
	}

	@Test
	void stopsReadingWhenTheBodyIsAnnouncedTooLarge() {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
			while (true) {
				connection.write(BLANKS);
			}
		})) {
			assertTooLarge(Calls.failureOf(Operation.READ.on(limited(Transport.builder(), server))));
			server.awaitHangUp();
			assertThat(server.written()).isLessThan(LIMIT + SOCKETS);
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void keepsTheStatusWhenAnErrorNeverEnds(Operation operation) {
		try (RawServer server = RawServer
			.playing((connection) -> sendForever(connection, 422, "cf-ray: ray_1\r\nRetry-After: 3\r\n"))) {
			SsoApiException failure = Calls.failureOf(operation.on(limited(Transport.builder(), server)));
			assertThat(failure).isExactlyInstanceOf(SsoApiException.InvalidRequest.class);
			assertThat(failure.traceId()).isEqualTo("ray_1");
			assertThat(failure.retryAfter()).hasSeconds(3);
			server.awaitHangUp();
			assertThat(server.written()).isLessThan(SOCKETS);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { LIMIT, LIMIT + 1, 2_000_000 })
	void countsDecodedBytesWhenTheBodyIsCompressed(int size) {
		byte[] body = gzip(size);
		assertThat(body).hasSizeLessThan(LIMIT);
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create().disableRetry(true).compress(true)));
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection
				.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n");
			connection.write(body);
			connection.awaitHangUp();
		})) {
			EnterpriseConnectionService service = limited(builder, server);
			if (size <= LIMIT) {
				assertThat(service.get("ent_1").blockOptional(Calls.PATIENCE)).isPresent();
			}
			else {
				assertTooLarge(Calls.failureOf(service.get("ent_1")));
				server.awaitHangUp();
			}
			assertThat(server.requests()).singleElement().asString().containsIgnoringCase("accept-encoding: gzip");
		}
	}

	@ParameterizedTest
	@CsvSource({ "READ, gzip", "CREATE, gzip", "READ, deflate", "CREATE, deflate", "PATCH, deflate" })
	void saysThatACompressedBodyIsBroken(Operation operation, String encoding) {
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create().disableRetry(true).compress(true)));
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: 20\r\n\r\n");
			connection.write("this-is-no-such-body");
			connection.awaitHangUp();
		})) {
			SsoApiException failure = Calls.failureOf(operation.on(limited(builder, server)));
			assertThat(failure).isInstanceOf((operation == Operation.READ) ? SsoApiException.MalformedResponse.class
					: SsoApiException.OutcomeUnknown.class);
			assertThat(failure).hasMessageContaining("cannot be decompressed")
				.hasMessageNotContaining("connection failed");
		}
	}

	@Test
	void readsTheFirstErrorsOfAListThatIsTooLarge() {
		String error = "{\"code\":\"form_param_invalid\",\"message\":\"is invalid\"},";
		String body = "{\"errors\":[" + error.repeat(10_000) + "]}";
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 422 Unprocessable Entity\r\nContent-Length: " + body.length() + "\r\n\r\n");
			connection.write(body);
			connection.awaitHangUp();
		})) {
			SsoApiException failure = Calls.failureOf(Operation.CREATE.on(limited(Transport.builder(), server)));
			assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class)
				.hasMessageContaining("[form_param_invalid] is invalid")
				.hasMessageNotContaining("without a readable error");
			assertThat(failure.errors()).hasSizeBetween(1000, 256 * 1024 / error.length());
		}
	}

	@Test
	void isMalformedWhenACompressedBodyWasNotAskedFor() {
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create().disableRetry(true)));
		byte[] body = gzip(1000);
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection
				.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n");
			connection.write(body);
		})) {
			assertThat(Calls.failureOf(Operation.READ.on(limited(builder, server))))
				.isExactlyInstanceOf(SsoApiException.MalformedResponse.class);
		}
	}

	private static void sendForever(Connection connection, int status, String headers) throws IOException {
		connection.readRequest();
		connection.write("HTTP/1.1 " + status + " Some Reason\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n");
		while (true) {
			connection.write("2000\r\n");
			connection.write(BLANKS);
			connection.write("\r\n");
		}
	}

	private static EnterpriseConnectionService limited(WebClient.Builder builder, RawServer server) {
		return Calls.service(builder, server.baseUrl(), Calls.once().withMaxResponseSize(DataSize.ofBytes(LIMIT)));
	}

	private static void assertTooLarge(SsoApiException failure) {
		assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class).hasNoCause();
		assertThat(failure.status()).isEqualTo(200);
		assertThat(failure.getMessage()).endsWith(": 200 the body is larger than 100000 bytes");
	}

	private static byte[] gzip(int size) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(json(size));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static byte[] json(int size) {
		return ("{\"id\":\"a\"" + " ".repeat(size - 10) + "}").getBytes(StandardCharsets.US_ASCII);
	}

	static Stream<Operation> calls() {
		return Stream.of(Operation.READ, Operation.CREATE);
	}

	/**
	 * How the end of a body is told.
	 */
	enum Framing {

		LENGTH("Content-Length: %d"),

		CHUNKS("Transfer-Encoding: chunked"),

		CLOSE("Connection: close");

		private final String header;

		Framing(String header) {
			this.header = header;
		}

		void send(Connection connection, int size) throws IOException {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\n" + this.header.formatted(size) + "\r\n\r\n");
			if (this == CHUNKS) {
				connection.write(Integer.toHexString(size) + "\r\n");
			}
			connection.write(json(size));
			if (this == CHUNKS) {
				connection.write("\r\n0\r\n\r\n");
			}
		}

	}

}
