// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.event.ConnectionEvent;
import io.github.ssoconnections.auth0.event.ConnectionEventHandler;
import io.github.ssoconnections.auth0.event.EventOffsetStore;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.testing.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link EventStreamExamples} against the sandbox and a database.
 */
class EventStreamExamplesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Sandbox sandbox = Sandbox.start();

	private final Auth0Client client = Auth0Client.create(WebClient.builder(),
			Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token()), Auth0Settings.defaults()
				.withClient(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled())));

	private final Auth0ConnectionService service = Auth0ConnectionService.create(this.client);

	private final Map<String, Auth0Connection> connections = new ConcurrentHashMap<>();

	private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();

	private final ConnectionEventHandler handler = new Recording(
			new EventStreamExamples.CurrentConnections(this.service, this.connections), this.handled);

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@Test
	void followsChangesAlsoAcrossARestart() throws Exception {
		sandbox.auth0().deletionTakes(0);
		EventOffsetStore offsets = new RecordingStore(
				new EventStreamExamples.DatabaseOffsets(new Database("how-to/follow-changes.md").dataSource()),
				this.handled);
		String first = create("first");
		Disposable running = new EventStreamExamples().run(this.client, offsets, this.handler);
		assertNext("refresh");
		assertNext("stored");
		assertThat(this.connections).containsOnlyKeys(first);
		String second = create("second");
		assertNext("connection.created " + second);
		// Before, a restart would deliver it again
		assertNext("stored");
		running.dispose();
		this.service.delete(first).block(TIMEOUT);
		running = new EventStreamExamples().run(this.client, offsets, this.handler);
		assertNext("connection.deleted " + first);
		assertNext("stored");
		assertThat(this.connections).containsOnlyKeys(second);
		sandbox.auth0().events().expireOffsets();
		assertNext("refresh");
		running.dispose();
	}

	@Test
	void replacesTheOffset() throws Exception {
		EventOffsetStore offsets = new EventStreamExamples.DatabaseOffsets(
				new Database("how-to/follow-changes.md").dataSource());
		Account account = new Account("auth0", "eu");
		assertThat(offsets.load(account).blockOptional(TIMEOUT)).isEmpty();
		offsets.store(account, "one").block(TIMEOUT);
		offsets.store(account, "two").block(TIMEOUT);
		offsets.store(Account.ofDefault("auth0"), "other").block(TIMEOUT);
		assertThat(offsets.load(account).block(TIMEOUT)).isEqualTo("two");
	}

	private String create(String name) {
		return String
			.valueOf(this.service.create(new NewAuth0Connection().name(name).strategy(ConnectionStrategy.SAMLP))
				.blockOptional(TIMEOUT)
				.orElseThrow()
				.id());
	}

	private void assertNext(String call) throws InterruptedException {
		assertThat(this.handled.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(call);
	}

	private record RecordingStore(EventOffsetStore store, BlockingQueue<String> handled) implements EventOffsetStore {

		@Override
		public Mono<String> load(Account account) {
			return this.store.load(account);
		}

		@Override
		public Mono<Void> store(Account account, String offset) {
			return this.store.store(account, offset).doOnSuccess((done) -> this.handled.add("stored"));
		}

	}

	private record Recording(ConnectionEventHandler handler,
			BlockingQueue<String> handled) implements ConnectionEventHandler {

		@Override
		public Mono<Void> onEvent(ConnectionEvent event) {
			return this.handler.onEvent(event)
				.doOnSuccess((done) -> this.handled.add(event.type() + " " + event.connectionId()));
		}

		@Override
		public Mono<Void> refresh() {
			return this.handler.refresh().doOnSuccess((done) -> this.handled.add("refresh"));
		}

	}

}
