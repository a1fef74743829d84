// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.client.transport.ReactorNettyTransport;
import io.github.ssoconnections.testing.RawServer;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An {@link Auth0EventStream} over a socket.
 */
class EventStreamServerTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
			+ "Transfer-Encoding: chunked\r\n\r\n";

	private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

	@Test
	void deliversEventsAsTheyArriveAndClosesTheConnectionAtOnce() throws Exception {
		Semaphore next = new Semaphore(0);
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write(HEAD + chunk(":connected\n\n"));
			next.acquireUninterruptibly();
			String event = FakeTenant.event("evt_1", "o1", "con_1");
			connection.write(chunk(event.substring(0, 50)));
			connection.write(chunk(event.substring(50)));
			connection.awaitHangUp();
		})) {
			Auth0EventStream stream = stream(Auth0ConnectionDetails.ofToken(server.address(), "auth0-token"));
			Disposable running = run(stream);
			assertNext("refresh");
			assertThat(stream.state()).isEqualTo(EventStreamState.CONNECTED);
			next.release();
			assertNext("evt_1");
			running.dispose();
			server.awaitHangUp();
			assertThat(stream.state()).isEqualTo(EventStreamState.STOPPED);
			assertThat(server.requests()).singleElement()
				.asString()
				.startsWith("GET /api/v2/events?event_type=connection.created&event_type=connection.updated&")
				.containsIgnoringCase("Accept: text/event-stream\r\n")
				.containsIgnoringCase("Authorization: Bearer auth0-token\r\n");
		}
	}

	@Test
	void fetchesAnotherTokenWhenTheFirstHasExpired() throws Exception {
		try (RawServer server = RawServer.playing(new Tenant())) {
			Disposable running = run(
					stream(Auth0ConnectionDetails.ofClientCredentials(server.address(), "client", "client-secret")));
			assertNext("refresh");
			assertNext("evt_1");
			assertNext("evt_2");
			running.dispose();
			assertThat(server.requests().stream().map((request) -> request.split("[ ?]")[1])).startsWith("/oauth/token",
					"/api/v2/events", "/api/v2/events", "/oauth/token", "/api/v2/events");
			assertThat(server.requests().get(4)).startsWith("GET /api/v2/events?from=o1&")
				.containsIgnoringCase("Authorization: Bearer token2\r\n");
		}
	}

	private static Auth0EventStream stream(Auth0ConnectionDetails details) {
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(ReactorNettyTransport.connector(HttpClientSettings.defaults()));
		return new DefaultAuth0EventStream(Auth0Client.create(builder, details), EventOffsetStore.inMemory(),
				EventStreamSettings.defaults(), Schedulers::parallel, () -> 0);
	}

	private Disposable run(Auth0EventStream stream) {
		return stream.run(new ConnectionEventHandler() {

			@Override
			public Mono<Void> onEvent(ConnectionEvent event) {
				return Mono.fromRunnable(() -> EventStreamServerTests.this.calls.add(event.id()));
			}

			@Override
			public Mono<Void> refresh() {
				return Mono.fromRunnable(() -> EventStreamServerTests.this.calls.add("refresh"));
			}

		}).subscribe();
	}

	private void assertNext(String call) throws InterruptedException {
		assertThat(this.calls.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(call);
	}

	private static String chunk(String text) {
		return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
	}

	/**
	 * Tenant whose first token is rejected after the first stream.
	 */
	private static final class Tenant implements RawServer.Script {

		private int tokens;

		private int streams;

		@Override
		public void play(RawServer.Connection connection) throws IOException {
			while (connection.readRequest()) {
				connection.write(response(connection.lastRequest()));
			}
		}

		private synchronized String response(String request) {
			if (request.startsWith("POST /oauth/token")) {
				return json("200 OK", "{\"access_token\":\"token" + ++this.tokens + "\",\"expires_in\":86400}");
			}
			boolean first = request.contains("Bearer token1");
			if (first && this.streams++ > 0) {
				return json("401 Unauthorized", "{\"statusCode\":401,\"message\":\"Invalid token.\"}");
			}
			return HEAD
					+ chunk("retry: 0\n\n" + FakeTenant.event(first ? "evt_1" : "evt_2", first ? "o1" : "o2", "con_1"))
					+ chunk("");
		}

		private static String json(String status, String body) {
			return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
					+ "\r\n\r\n" + body;
		}

	}

}
