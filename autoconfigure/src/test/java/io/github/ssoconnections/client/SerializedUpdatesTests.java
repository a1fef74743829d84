// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Those who change one connection do so one after the other, on virtual time but for the
 * last test.
 */
class SerializedUpdatesTests {

	private static final Duration MAX_WAIT = Duration.ofSeconds(30);

	private final VirtualTime time = new VirtualTime();

	private final SerializedUpdates perConnection = new SerializedUpdates(Account.ofDefault("stub"), MAX_WAIT,
			ClientTime.of(this.time::scheduler));

	private final List<String> events = new ArrayList<>();

	@AfterEach
	void leavesNothingBehind() {
		assertThat(this.perConnection.isIdle()).isTrue();
	}

	@Test
	void readsWhenThePreviousUpdateHasWritten() {
		change("1", "a");
		change("1", "b");
		change("1", "c");
		pass(Duration.ofSeconds(10));
		assertThat(this.events).containsExactly("a reads", "a writes", "a done", "b reads", "b writes", "b done",
				"c reads", "c writes", "c done");
	}

	@Test
	void othersDoNotWait() {
		change("1", "a");
		change("2", "b");
		pass(Duration.ofSeconds(2));
		assertThat(this.events).containsExactly("a reads", "b reads", "a writes", "b writes", "a done", "b done");
	}

	@Test
	void failureLetsTheNextOneIn() {
		this.perConnection.execute("things.update", "1", Mono.error(new IllegalStateException("look")), this::never)
			.subscribe((result) -> {
			}, (failure) -> this.events.add(failure.getMessage()));
		this.perConnection.<String, String>execute("things.update", "1", Mono.just("seen"), (seen) -> {
			throw new IllegalStateException("act");
		}).subscribe((result) -> {
		}, (failure) -> this.events.add(failure.getMessage()));
		change("1", "a");
		pass(Duration.ofSeconds(2));
		assertThat(this.events).containsExactly("look", "act", "a reads", "a writes", "a done");
	}

	@Test
	void nothingSeenIsNothingDone() {
		this.perConnection.execute("things.update", "1", Mono.empty(), this::never)
			.subscribe((result) -> this.events.add("result"), (failure) -> this.events.add("failure"),
					() -> this.events.add("empty"));
		assertThat(this.events).containsExactly("empty");
	}

	@Test
	void cancelledUpdateIsSkippedWhileWaiting() {
		change("1", "a");
		Disposable second = change("1", "b");
		change("1", "c");
		second.dispose();
		pass(Duration.ofSeconds(4));
		assertThat(this.events).containsExactly("a reads", "a writes", "a done", "c reads", "c writes", "c done");
	}

	@Test
	void cancelledUpdateDoesNotWriteAfterReading() {
		Disposable first = change("1", "a");
		change("1", "b");
		first.dispose();
		pass(Duration.ofSeconds(2));
		assertThat(this.events).containsExactly("a reads", "b reads", "b writes", "b done");
	}

	@Test
	void cancelledUpdateCompletesItsWriteBeforeTheNextOneReads() {
		Disposable first = change("1", "a");
		change("1", "b");
		pass(Duration.ofMillis(1500));
		first.dispose();
		assertThat(this.events).containsExactly("a reads", "a writes");
		pass(Duration.ofMillis(499));
		assertThat(this.events).doesNotContain("b reads");
		pass(Duration.ofMillis(1));
		assertThat(this.events).containsExactly("a reads", "a writes", "b reads");
		pass(Duration.ofSeconds(2));
	}

	@Test
	void failureAfterCancellationIsIgnored() {
		Disposable first = this.perConnection
			.execute("things.update", "1", Mono.just("seen"),
					(seen) -> Mono.delay(Duration.ofSeconds(1), this.time.scheduler())
						.then(Mono.error(new IllegalStateException())))
			.subscribe((result) -> this.events.add("result"), (failure) -> this.events.add("failure"));
		first.dispose();
		pass(Duration.ofSeconds(1));
		assertThat(this.events).isEmpty();
	}

	@Test
	void waitsNoLongerThanAllowed() {
		Sinks.Empty<String> stuck = Sinks.empty();
		this.perConnection.execute("things.update", "1", stuck.asMono(), this::never).subscribe();
		change("1", "a");
		this.perConnection.execute("things.update", "1", Mono.just("seen"), this::never)
			.contextWrite(CallOptions.timeout(Duration.ofSeconds(5)))
			.subscribe((result) -> {
			}, (failure) -> this.events
				.add(failure.getMessage() + " " + (failure.getCause() instanceof TimeoutException)));
		pass(Duration.ofSeconds(5));
		assertThat(this.events)
			.containsExactly("stub things.update: not sent: other updates of this connection took too long true");
		pass(Duration.ofSeconds(24));
		assertThat(this.events).hasSize(1);
		pass(Duration.ofSeconds(1));
		assertThat(this.events).hasSize(2).last().asString().isEqualTo("a failed Unavailable true");
		change("1", "b");
		stuck.tryEmitEmpty();
		pass(Duration.ofSeconds(2));
		assertThat(this.events).endsWith("b reads", "b writes", "b done");
	}

	@Test
	void holdsNoMoreThanAThousandWaiting() {
		Sinks.Empty<String> stuck = Sinks.empty();
		this.perConnection.execute("things.update", "1", stuck.asMono(), this::never).subscribe();
		AtomicInteger done = new AtomicInteger();
		for (int i = 0; i < 1000; i++) {
			this.perConnection.execute("things.update", "1", Mono.just("seen"), Mono::just)
				.subscribe((result) -> done.incrementAndGet());
		}
		change("1", "a");
		change("2", "b");
		assertThat(this.events).containsExactly("a failed Unavailable true", "b reads");
		// Nested completions would overflow the stack
		stuck.tryEmitEmpty();
		pass(Duration.ofSeconds(2));
		assertThat(done).hasValue(1000);
	}

	@Test
	void passesTheContextOn() {
		this.perConnection
			.execute("things.update", "1",
					Mono.deferContextual((context) -> Mono.just(context.<String>get("who") + " reads")),
					(seen) -> Mono
						.deferContextual((context) -> Mono.just(seen + ", " + context.get("who") + " writes")))
			.contextWrite((context) -> context.put("who", "me"))
			.subscribe(this.events::add);
		assertThat(this.events).containsExactly("me reads, me writes");
	}

	@Test
	void keepsTheContextOfAWriteWhoseCallerCancels() {
		Disposable update = this.perConnection.execute("things.update", "1", Mono.just("seen"),
				(seen) -> Mono.delay(Duration.ofSeconds(1), this.time.scheduler())
					.then(Mono.<String>deferContextual((context) -> {
						this.events.add(context.getOrDefault("who", "nobody") + " writes");
						return Mono.empty();
					})))
			.contextWrite((context) -> context.put("who", "me"))
			.subscribe();
		update.dispose();
		pass(Duration.ofSeconds(1));
		assertThat(this.events).containsExactly("me writes");
	}

	@Test
	void doesNotCountUpdatesThatWereGivenUp() {
		Sinks.Empty<String> stuck = Sinks.empty();
		this.perConnection.execute("things.update", "1", stuck.asMono(), this::never).subscribe();
		for (int i = 0; i < 1000; i++) {
			this.perConnection.execute("things.update", "1", Mono.just("seen"), Mono::just).subscribe().dispose();
		}
		change("1", "a");
		stuck.tryEmitEmpty();
		pass(Duration.ofSeconds(2));
		assertThat(this.events).containsExactly("a reads", "a writes", "a done");
	}

	@Test
	void waitsHoweverLongWithoutATimeout() {
		SerializedUpdates patient = new SerializedUpdates(Account.ofDefault("stub"), Duration.ofSeconds(Long.MAX_VALUE),
				ClientTime.of(this.time::scheduler));
		Sinks.Empty<String> first = Sinks.empty();
		patient.execute("things.update", "1", first.asMono(), this::never).subscribe();
		patient.execute("things.update", "1", Mono.just("seen"), Mono::just).subscribe(this.events::add);
		pass(Duration.ofDays(400));
		assertThat(this.events).isEmpty();
		first.tryEmitEmpty();
		pass(Duration.ofSeconds(1));
		assertThat(this.events).containsExactly("seen");
		assertThat(patient.isIdle()).isTrue();
	}

	@Test
	void goesOnAfterTheSchedulerWasReplaced() {
		AtomicReference<Scheduler> scheduler = new AtomicReference<>(Schedulers.newSingle("replaced"));
		SerializedUpdates updates = new SerializedUpdates(Account.ofDefault("stub"), MAX_WAIT,
				ClientTime.of(scheduler::get));
		Sinks.Empty<String> first = Sinks.empty();
		updates.execute("things.update", "1", first.asMono(), this::never).subscribe();
		updates.execute("things.update", "1", Mono.just("seen"), Mono::just)
			.subscribe((result) -> this.events.add(result), (failure) -> this.events.add(failure.getMessage()));
		scheduler.getAndSet(this.time.scheduler()).dispose();
		first.tryEmitEmpty();
		assertThat(this.events).containsExactly(
				"stub things.update: not sent: waiting for other updates of this connection was interrupted");
		updates.execute("things.update", "1", Mono.just("seen"), Mono::just).subscribe(this.events::add);
		assertThat(this.events).hasSize(2).last().isEqualTo("seen");
		assertThat(updates.isIdle()).isTrue();
	}

	@Test
	void losesNoUpdateOnManyThreads() {
		int[] value = new int[1];
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		Flux.range(0, 500).flatMap((i) -> this.perConnection.execute("things.update", "1", Mono.fromCallable(() -> {
			most.accumulateAndGet(inside.incrementAndGet(), Math::max);
			return value[0];
		}).subscribeOn(Schedulers.parallel()), (seen) -> Mono.fromRunnable(() -> {
			value[0] = seen + 1;
			inside.decrementAndGet();
		}).subscribeOn(Schedulers.parallel())), 500).blockLast(Duration.ofSeconds(30));
		assertThat(value[0]).isEqualTo(500);
		assertThat(most).hasValue(1);
		// The last result may be emitted before the queue is removed
		Mono.defer(() -> Mono.just(this.perConnection.isIdle()))
			.subscribeOn(Schedulers.parallel())
			.repeat()
			.filter((idle) -> idle)
			.blockFirst(Duration.ofSeconds(30));
	}

	private Disposable change(String id, String name) {
		Mono<String> look = Mono.defer(() -> {
			this.events.add(name + " reads");
			return Mono.delay(Duration.ofSeconds(1), this.time.scheduler()).thenReturn("seen");
		});
		return this.perConnection.execute("things.update", id, look, (seen) -> {
			this.events.add(name + " writes");
			return Mono.delay(Duration.ofSeconds(1), this.time.scheduler()).thenReturn(name + " done");
		})
			.subscribe(this.events::add, (failure) -> this.events.add(name + " failed "
					+ failure.getClass().getSimpleName() + " " + ((SsoApiException) failure).isRetryable()));
	}

	private Mono<String> never(String seen) {
		throw new AssertionError();
	}

	private void pass(Duration duration) {
		this.time.pass(duration);
	}

}
