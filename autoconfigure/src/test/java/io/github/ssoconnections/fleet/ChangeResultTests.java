// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The results of {@link EventPublication#publishChange}.
 */
class ChangeResultTests {

	private final VirtualFleetTime time = new VirtualFleetTime();

	private final TestLocks locks = new TestLocks(this.time);

	private final TestEventStore store = new TestEventStore(this.time.clock());

	private final List<String> results = new ArrayList<>();

	private final List<Throwable> droppedErrors = new ArrayList<>();

	@BeforeEach
	void recordDroppedErrors() {
		Hooks.onErrorDropped(this.droppedErrors::add);
	}

	@AfterEach
	void expectNoDroppedErrors() {
		Hooks.resetOnErrorDropped();
		assertThat(this.droppedErrors).isEmpty();
	}

	private VirtualInstance start() {
		return new VirtualInstance(this.time, this.locks, this.store).start();
	}

	private Mono<Void> change(VirtualInstance instance, String key) {
		return instance.publication().publishChange(key, null, "event " + key);
	}

	private void record(String name, Mono<Void> result) {
		result.subscribe(null, (failure) -> this.results.add(name + " " + failure.getMessage()),
				() -> this.results.add(name));
	}

	private void delayStore(VirtualInstance instance, Duration time) {
		this.store.fault(Mono.delay(time, instance.scheduler()).then());
	}

	@Test
	void completesWithoutLocks() {
		VirtualInstance instance = new VirtualInstance(this.time, null, null);
		record("a", change(instance, "a"));
		assertThat(instance.events()).hasSize(1);
		assertThat(this.results).containsExactly("a");
	}

	@Test
	void startsWithoutASubscription() {
		VirtualInstance holder = start();
		Mono<Void> result = change(holder, "a");
		assertThat(holder.events()).containsExactly("event a");
		record("a", result);
		assertThat(this.results).containsExactly("a");
	}

	@Test
	void completesAfterTheStore() {
		VirtualInstance holder = start();
		delayStore(holder, Duration.ofSeconds(2));
		record("a", change(holder, "a"));
		this.time.pass(Duration.ofSeconds(3));
		assertThat(holder.events()).containsExactly("event a");
		assertThat(this.results).as("Not stored").isEmpty();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.store.added()).hasSize(1);
		assertThat(this.results).containsExactly("a");
	}

	@Test
	void completesWhenTheStoreFailsOrHasTheKey() {
		VirtualInstance holder = start();
		record("a", change(holder, "a"));
		record("a again", change(holder, "a"));
		this.store.fault(Mono.error(new IllegalStateException("canary")));
		record("b", change(holder, "b"));
		assertThat(holder.events()).containsExactly("event a", "event b");
		assertThat(this.results).containsExactly("a", "a again", "b");
	}

	@Test
	void completesOnceThisInstanceHasTakenOver() {
		VirtualInstance holder = start();
		VirtualInstance other = start();
		record("a", change(other, "a"));
		record("a again", change(other, "a"));
		holder.publications().stop();
		assertThat(this.results).isEmpty();
		this.time.pass(Duration.ofSeconds(30));
		assertThat(other.events()).containsExactly("event a");
		assertThat(this.results).containsExactlyInAnyOrder("a", "a again");
	}

	@Test
	void failsWhenTheLockIsLost() {
		VirtualInstance holder = start();
		this.store.fault(Mono.never());
		record("a", change(holder, "a"));
		record("b", change(holder, "b"));
		change(holder, "c");
		holder.publication().lock().release();
		assertThat(this.results).containsExactly(
				"a An event of clerk was not published: this instance has lost the lock",
				"b An event of clerk was not published: this instance has lost the lock");
		record("b again", change(holder, "b"));
		this.store.fault(Mono.empty());
		this.time.pass(Duration.ofSeconds(90));
		assertThat(holder.events()).containsExactly("event a", "event c", "event b");
		assertThat(this.results).endsWith("b again").hasSize(3);
	}

	@Test
	void failsWhenTheEventThatWasReplacedLosesTheLock() {
		VirtualInstance holder = start();
		this.store.fault(Mono.never());
		record("a", change(holder, "a"));
		record("a again", change(holder, "a"));
		holder.publication().lock().release();
		this.time.pass(Duration.ofSeconds(10));
		assertThat(this.results).containsExactlyInAnyOrder(
				"a An event of clerk was not published: this instance has lost the lock",
				"a again An event of clerk was not published: this instance has lost the lock");
	}

	@Test
	void failsAtTheStop() {
		VirtualInstance holder = start();
		this.store.fault(Mono.never());
		record("a", change(holder, "a"));
		holder.publications().stop(() -> {
		});
		this.time.pass(EventPublication.STOP_TIMEOUT);
		assertThat(this.results).singleElement().asString().startsWith("a An event of clerk was not published: ");
	}

	@Test
	void failsAtTheStopWithoutLocks() {
		VirtualInstance instance = new VirtualInstance(this.time, null, this.store).start();
		this.store.fault(Mono.never());
		record("a", change(instance, "a"));
		record("b", change(instance, "b"));
		instance.publications().stop(() -> {
		});
		this.time.pass(EventPublication.STOP_TIMEOUT);
		assertThat(this.results).containsExactlyInAnyOrder(
				"a An event of clerk was not published: this instance has stopped",
				"b An event of clerk was not published: this instance has stopped");
	}

	@Test
	void failsWhenTheEventIsDropped() {
		start();
		VirtualInstance other = start();
		record("a", change(other, "a"));
		IntStream.range(0, PendingEvents.MAX_SIZE).forEach((number) -> change(other, "k" + number));
		assertThat(this.results).containsExactly("a An event of clerk was not published: there are too many events");
	}

	@Test
	void failsWhenAnotherInstanceCertainlyHasPublishedIt() {
		new VirtualInstance(this.time, this.locks, null).start();
		VirtualInstance other = new VirtualInstance(this.time, this.locks, null).start();
		record("a", change(other, "a"));
		this.time.pass(FleetSettings.defaults().retention(Duration.ofHours(1)).plusMinutes(1));
		assertThat(this.results)
			.containsExactly("a An event of clerk was not published: another instance holds the lock");
	}

	@Test
	void completesWhenThisInstanceHasPublishedTheStateItself() {
		start();
		VirtualInstance other = start();
		record("a", change(other, "a"));
		other.publication().markPublished("a", null);
		assertThat(this.results).containsExactly("a");
	}

}
