// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the platform, without this project: a WebFlux application goes on reading a
 * kept-alive connection. With Reactor Netty 1.3.6 and 1.3.7 it stops when a request that
 * was queued behind a slower one completes synchronously (reactor-netty issue 4361), as a
 * health check from a cache does.
 */
class KeepAliveServerTests {

	private static final int PATIENCE_MILLIS = 5_000;

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE)
			.registerShutdownHook(false)
			.run("--server.port=0");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@RepeatedTest(5)
	void respondsAfterQueuedRequestCompletedSynchronously() throws IOException {
		try (Connection connection = new Connection()) {
			connection.send("/later", "/now");
			assertThat(connection.readResponse()).isEqualTo("later");
			assertThat(connection.readResponse()).isEqualTo("now");
			connection.send("/now");
			assertThat(connection.readResponse()).isEqualTo("now");
		}
	}

	@RepeatedTest(5)
	void respondsAfterNotFoundWithoutBody() throws IOException {
		try (Connection connection = new Connection()) {
			connection.send("/later", "/absent");
			assertThat(connection.readResponse()).isEqualTo("later");
			assertThat(connection.readResponse()).isEmpty();
			connection.send("/absent");
			assertThat(connection.readResponse()).isEmpty();
			connection.send("/now");
			assertThat(connection.readResponse()).isEqualTo("now");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route()
				.GET("/later",
						(request) -> Mono.delay(Duration.ofMillis(50)).then(ServerResponse.ok().bodyValue("later")))
				.GET("/now", (request) -> ServerResponse.ok().bodyValue("now"))
				.GET("/absent", (request) -> ServerResponse.notFound().build())
				.build();
		}

	}

	/**
	 * A connection on which requests can be sent before the response to an earlier one.
	 */
	private static final class Connection implements AutoCloseable {

		private final Socket socket;

		private final BufferedReader reader;

		Connection() throws IOException {
			int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
			this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
			this.socket.setSoTimeout(PATIENCE_MILLIS);
			this.reader = new BufferedReader(
					new InputStreamReader(this.socket.getInputStream(), StandardCharsets.US_ASCII));
		}

		void send(String... paths) throws IOException {
			StringBuilder requests = new StringBuilder();
			for (String path : paths) {
				requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
			}
			this.socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
		}

		String readResponse() throws IOException {
			int length = 0;
			for (String line = this.reader.readLine(); !line.isEmpty(); line = this.reader.readLine()) {
				if (line.toLowerCase().startsWith("content-length:")) {
					length = Integer.parseInt(line.substring("content-length:".length()).trim());
				}
			}
			char[] body = new char[length];
			for (int read = 0; read < length;) {
				read += this.reader.read(body, read, length - read);
			}
			return new String(body);
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}
