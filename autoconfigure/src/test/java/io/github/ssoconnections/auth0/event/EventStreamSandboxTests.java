// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sandbox rejects streams in the words that an {@link Auth0EventStream} understands.
 */
class EventStreamSandboxTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Sandbox sandbox = Sandbox.start();

	private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

	private Disposable running = () -> {
	};

	@AfterEach
	void stop() {
		this.running.dispose();
		sandbox.reset();
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@Test
	void goesOnWithoutTheTypesThatTheTenantDoesNotHave() throws Exception {
		sandbox.auth0().events().connectionEvents(false);
		Auth0EventStream stream = run(sandbox.auth0().token());
		assertThat(this.calls.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("refresh");
		assertThat(stream.isCoveringConnections()).isFalse();
	}

	@Test
	void reportsTooManyStreamsFromAMissingScope() {
		sandbox.auth0().events().tooManyStreams(true);
		await(run(sandbox.auth0().token()), EventStreamState.TOO_MANY_STREAMS);
		this.running.dispose();
		await(run(sandbox.auth0().token("read:connections")), EventStreamState.FORBIDDEN);
		assertThat(this.calls).isEmpty();
	}

	private Auth0EventStream run(String token) {
		Auth0Client client = Auth0Client.create(WebClient.builder(),
				Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), token));
		Auth0EventStream stream = Auth0EventStream.create(client, EventOffsetStore.inMemory());
		this.running = stream.run(new ConnectionEventHandler() {

			@Override
			public Mono<Void> onEvent(ConnectionEvent event) {
				return Mono.fromRunnable(() -> EventStreamSandboxTests.this.calls.add(event.id()));
			}

			@Override
			public Mono<Void> refresh() {
				return Mono.fromRunnable(() -> EventStreamSandboxTests.this.calls.add("refresh"));
			}

		}).subscribe();
		return stream;
	}

	private static void await(Auth0EventStream stream, EventStreamState state) {
		Flux.interval(Duration.ofMillis(10)).filter((tick) -> stream.state() == state).blockFirst(TIMEOUT);
	}

}
