// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Auth0EventStream}: no event is lost, and what is delivered twice is
 * the same.
 */
class EventStreamTests {

	private static final String TYPES = "event_type=connection.created&event_type=connection.updated"
			+ "&event_type=connection.deleted&event_type=organization.connection.added"
			+ "&event_type=organization.connection.removed&event_type=organization.connection.updated";

	private final FakeTenant tenant = new FakeTenant();

	private final RecordingHandler handler = new RecordingHandler();

	@AfterEach
	void stop() {
		this.tenant.stop();
	}

	@Test
	void needsNoSchedulerBeforeItRuns() {
		Auth0Client client = Auth0Client.create(WebClient.builder(),
				Auth0ConnectionDetails.ofToken("https://acme.eu.auth0.com", "auth0-token"));
		AtomicBoolean requested = new AtomicBoolean();
		Auth0EventStream stream = Auth0EventStream.create(client, this.tenant.store, this.tenant.settings, () -> {
			requested.set(true);
			return this.tenant.time.scheduler();
		});
		stream.run(this.handler);
		assertThat(requested).isFalse();
		assertThat(stream.state()).isEqualTo(EventStreamState.STOPPED);
	}

	@Test
	void refreshesAtTheFirstStartAndDeliversWhatArrivedMeanwhile() {
		Sinks.Empty<Void> refreshed = Sinks.empty();
		this.handler.refresh = refreshed.asMono();
		this.tenant.run(this.handler);
		assertThat(this.tenant.queries).containsExactly(TYPES);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"), FakeTenant.event("evt_2", "o2", "con_2"));
		assertThat(this.handler.calls).containsExactly("refresh");
		assertThat(this.tenant.stored).isEmpty();
		refreshed.tryEmitEmpty().orThrow();
		assertThat(this.handler.calls).containsExactly("refresh", "evt_1", "evt_2");
		assertThat(this.tenant.stored).containsExactly("o1", "o2");
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
	}

	@Test
	void resumesAtTheStoredOffsetWithoutARefresh() {
		this.tenant.stored("a+b/c==&x").run(this.handler);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"));
		assertThat(this.tenant.queries).containsExactly("from=a+b/c==&x&" + TYPES);
		assertThat(this.tenant.headers.get(0).headerNames()).doesNotContain("Last-Event-ID");
		assertThat(this.handler.calls).containsExactly("evt_1");
	}

	@Test
	void takesIdsTimeAndOffsetOnly() {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"),
				FakeTenant.event("organization.connection.added", "evt_2", "o2",
						"{\"organization\":{\"id\":\"org_1\",\"name\":\"payload-secret\"},"
								+ "\"connection\":{\"id\":\"con_2\"}}"));
		Instant time = Instant.parse("2026-11-28T18:00:00Z");
		assertThat(this.handler.events).containsExactly(
				new ConnectionEvent(ConnectionEventType.UPDATED, "evt_1", "con_1", null, time, "o1"),
				new ConnectionEvent(ConnectionEventType.ADDED_TO_ORGANIZATION, "evt_2", "con_2", "org_1", time, "o2"));
		assertThat(this.handler.events.toString()).doesNotContain("payload");
	}

	@Test
	void storesTheOffsetAfterTheHandler() {
		Sinks.Empty<Void> handled = Sinks.empty();
		this.handler.onEvent = (event) -> handled.asMono();
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"), FakeTenant.offsetOnly("o2"));
		assertThat(this.tenant.stored).isEmpty();
		handled.tryEmitEmpty().orThrow();
		assertThat(this.tenant.stored).containsExactly("o1", "o2");
	}

	@Test
	void deliversTheSameEventAgainAfterAKillBetweenHandlerAndStore() {
		this.tenant.storeFailure = null;
		this.tenant.stored("o0").run(this.handler);
		this.tenant.storeFailure = new IllegalStateException("killed");
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"));
		this.tenant.stop();
		this.tenant.storeFailure = null;
		assertThat(this.tenant.offset).isEqualTo("o0");
		this.tenant.run(this.handler);
		assertThat(this.tenant.queries.get(1)).startsWith("from=o0&");
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"));
		assertThat(this.handler.calls).containsExactly("evt_1", "evt_1");
		assertThat(this.tenant.offset).isEqualTo("o1");
	}

	@Test
	void dropsDuplicatesAndLosesNothingThatIsReordered() {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.event("evt_2", "o2", "con_2"), FakeTenant.event("evt_1", "o1", "con_1"),
				FakeTenant.event("evt_2", "o2", "con_2"), FakeTenant.event("evt_3", "o3", "con_3"),
				FakeTenant.event("evt_1", "o4", "con_1"));
		assertThat(this.handler.calls).containsExactly("evt_2", "evt_1", "evt_3");
		assertThat(this.tenant.offset).isEqualTo("o4");
	}

	@Test
	void dropsTheEventOfTheStoredOffset() {
		this.tenant.stored("o1").run(this.handler);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"), FakeTenant.event("evt_2", "o2", "con_1"),
				FakeTenant.event("evt_3", "o2", "con_1"));
		assertThat(this.handler.calls).containsExactly("evt_2", "evt_3");
	}

	@Test
	void remembersAsManyEventsAsItSays() {
		this.tenant.stored("o").run(this.handler);
		IntStream.range(0, RecentEvents.MAX_EVENTS)
			.forEach((i) -> this.tenant.sends(FakeTenant.event("evt_" + i, "o" + i, "con_1")));
		this.tenant.sends(FakeTenant.event("evt_0", "again", "con_1"));
		assertThat(this.handler.calls).hasSize(RecentEvents.MAX_EVENTS);
		this.tenant.sends(FakeTenant.event("evt_new", "new", "con_1"), FakeTenant.event("evt_0", "last", "con_1"),
				FakeTenant.event("evt_9", "last2", "con_1"));
		assertThat(this.handler.calls).hasSize(RecentEvents.MAX_EVENTS + 2).endsWith("evt_new", "evt_0");
	}

	@Test
	void deliversTheSameEventsWhereverTheStreamIsCut() {
		String first = ":connected\n\nretry: 2000\n\n" + FakeTenant.event("evt_1", "o1", "con_1") + ": heartbeat\n\n"
				+ FakeTenant.offsetOnly("o2") + FakeTenant.event("evt_3", "o3", "con_3");
		byte[] bytes = first.getBytes(StandardCharsets.UTF_8);
		for (int cut = 0; cut <= bytes.length; cut++) {
			FakeTenant tenant = new FakeTenant().stored("o0");
			RecordingHandler handler = new RecordingHandler();
			tenant.run(handler);
			tenant.sends(new String(Arrays.copyOf(bytes, cut), StandardCharsets.UTF_8));
			tenant.closes();
			String offset = String.valueOf(tenant.offset);
			tenant.passSeconds(3);
			assertThat(tenant.queries).hasSize(2);
			assertThat(tenant.queries.get(1)).startsWith("from=" + offset + "&");
			if (offset.equals("o0")) {
				tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"));
			}
			if (!offset.equals("o3")) {
				tenant.sends(FakeTenant.event("evt_3", "o3", "con_3"));
			}
			assertThat(handler.calls).as("cut at " + cut).containsExactly("evt_1", "evt_3");
			tenant.stop();
		}
	}

	@Test
	void reconnectsSoonAfterTheVendorCloses() {
		this.tenant.stored("o0").run(this.handler);
		for (int i = 1; i <= 20; i++) {
			this.tenant.sends(FakeTenant.offsetOnly("o" + i));
			this.tenant.closes();
			this.tenant.pass(ReconnectDelays.RECONNECT);
			assertThat(this.tenant.queries).hasSize(i + 1);
			assertThat(this.tenant.queries.get(i)).startsWith("from=o" + i + "&");
			assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
		}
	}

	@Test
	void isKeptAliveByHeartbeatsAndReconnectsWhenItIsSilent() {
		this.tenant.stored("o0").run(this.handler);
		for (int i = 0; i < 100; i++) {
			this.tenant.passSeconds(89);
			this.tenant.sends(": heartbeat\n\n");
		}
		assertThat(this.tenant.queries).hasSize(1);
		this.tenant.passSeconds(89);
		assertThat(this.tenant.isOpen()).isTrue();
		this.tenant.passSeconds(1);
		assertThat(this.tenant.isOpen()).isFalse();
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).hasSize(2);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
	}

	@Test
	void isUnavailableWhenStreamsStaySilent() {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.passSeconds(300);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.UNAVAILABLE);
	}

	@Test
	void backsOffWhileItFails() {
		this.tenant.stored("o0").breaks().breaks().fails(503, "x").breaks().run(this.handler);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.UNAVAILABLE);
		for (int seconds : new int[] { 1, 2, 4, 8 }) {
			int count = this.tenant.queries.size();
			this.tenant.pass(Duration.ofSeconds(seconds).minusMillis(1));
			assertThat(this.tenant.queries).hasSize(count);
			this.tenant.pass(Duration.ofMillis(1));
			assertThat(this.tenant.queries).hasSize(count + 1);
		}
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
		this.tenant.sends(FakeTenant.offsetOnly("o1"));
		this.tenant.breaksOff();
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).hasSize(6);
	}

	@Test
	void deliversAgainWhatTheHandlerFailedFor() {
		this.handler.onEvent = (event) -> Mono.error(new IllegalStateException("down"));
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1") + FakeTenant.event("evt_2", "o2", "con_2"));
		assertThat(this.handler.calls).containsExactly("evt_1");
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.HANDLER_FAILED);
		assertThat(this.tenant.isOpen()).isFalse();
		this.handler.onEvent = (event) -> Mono.empty();
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries.get(1)).startsWith("from=o0&");
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.HANDLER_FAILED);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"), FakeTenant.event("evt_2", "o2", "con_2"));
		assertThat(this.handler.calls).containsExactly("evt_1", "evt_1", "evt_2");
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
	}

	@Test
	void refreshesInPlaceOfAnEventThatCannotBeHandled() {
		this.handler.onEvent = (event) -> {
			throw new IllegalStateException("poison");
		};
		this.tenant.stored("o0").run(this.handler);
		for (int i = 0; i <= EventProcessor.MAX_DELIVERIES; i++) {
			this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"));
			while (!this.tenant.isOpen()) {
				this.tenant.passSeconds(1);
			}
		}
		assertThat(this.handler.calls).hasSize(EventProcessor.MAX_DELIVERIES + 1)
			.startsWith("evt_1")
			.endsWith("evt_1", "refresh");
		assertThat(this.tenant.offset).isEqualTo("o1");
	}

	@Test
	void startsAnewWhenTheFirstRefreshFails() {
		this.handler.refresh = Mono.error(new IllegalStateException("down"));
		this.tenant.run(this.handler);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.HANDLER_FAILED);
		this.handler.refresh = Mono.empty();
		this.tenant.passSeconds(1);
		assertThat(this.handler.calls).containsExactly("refresh", "refresh");
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
	}

	@Test
	void resumesAfterTheStoreHasFailed() {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.storeFailure = new IllegalStateException("database");
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"));
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.STORE_FAILED);
		this.tenant.storeFailure = null;
		this.tenant.passSeconds(1);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1"));
		assertThat(this.handler.calls).containsExactly("evt_1");
		assertThat(this.tenant.offset).isEqualTo("o1");
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
	}

	@Test
	void waitsForTheStoreBeforeItConnects() {
		this.tenant.storeFailure = new IllegalStateException("database");
		this.tenant.stored("o0").run(this.handler);
		assertThat(this.tenant.queries).isEmpty();
		this.tenant.storeFailure = null;
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).singleElement().asString().startsWith("from=o0&");
	}

	@Test
	void closesAndResumesWhenTooManyEventsWait() {
		this.tenant.settings = EventStreamSettings.defaults().withBufferSize(4);
		Sinks.Empty<Void> handled = Sinks.empty();
		this.handler.onEvent = (event) -> handled.asMono();
		this.tenant.stored("o0").run(this.handler);
		IntStream.range(1, 20).forEach((i) -> {
			if (this.tenant.isOpen()) {
				this.tenant.sends(FakeTenant.event("evt_" + i, "o" + i, "con_1"));
			}
		});
		assertThat(this.tenant.isOpen()).isFalse();
		handled.tryEmitEmpty().orThrow();
		String offset = String.valueOf(this.tenant.offset);
		int delivered = Integer.parseInt(offset.substring(1));
		assertThat(this.handler.calls).hasSize(delivered).hasSizeBetween(4, 8);
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries.get(1)).startsWith("from=" + offset + "&");
	}

	@Test
	void closesTheStreamWhenItIsCancelled() {
		this.tenant.stored("o0").run(this.handler);
		assertThat(this.tenant.isOpen()).isTrue();
		this.tenant.stop();
		assertThat(this.tenant.isOpen()).isFalse();
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.STOPPED);
		this.tenant.passSeconds(600);
		assertThat(this.tenant.queries).hasSize(1);
	}

	@Test
	void runsOnce() {
		this.tenant.stored("o0").run(this.handler);
		Auth0EventStream stream = Objects.requireNonNull(this.tenant.stream);
		StepVerifier.create(stream.run(this.handler))
			.expectErrorMessage("The event stream of auth0 is running already")
			.verify(Duration.ofSeconds(20));
		assertThat(stream.state()).isEqualTo(EventStreamState.CONNECTED);
	}

	@Test
	void passesMoreThanTheMaximumResponseSize() {
		this.tenant.stored("o0").run(this.handler);
		String padding = "x".repeat(200_000);
		List<String> ids = IntStream.range(0, 100).mapToObj((i) -> "evt_" + i).toList();
		ids.forEach((id) -> this.tenant.sends(FakeTenant.event("connection.created", id, "o_" + id,
				"{\"id\":\"con_1\",\"padding\":\"" + padding + "\"}")));
		assertThat(this.handler.calls).isEqualTo(ids);
	}

}
