// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.account.Account;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ConnectionUpdates}.
 */
class ConnectionUpdatesTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final ConnectionUpdates updates = new ConnectionUpdates(Account.ofDefault("clerk"), LIMIT);

	private final AtomicInteger reads = new AtomicInteger();

	private final Mono<Integer> read = Mono.fromSupplier(this.reads::incrementAndGet);

	private final List<Integer> updated = new ArrayList<>();

	@Test
	void readsOnceWithoutOtherUpdates() {
		StepVerifier.create(run("a", this.read, Mono.just("done"))).expectNext("done").expectComplete().verify(LIMIT);
		StepVerifier.create(run("a", this.read, Mono.just("done"))).expectNext("done").expectComplete().verify(LIMIT);
		assertThat(this.updated).containsExactly(1, 2);
	}

	@Test
	void readsAgainAfterWaitingForAnotherUpdate() {
		Sinks.One<String> first = Sinks.one();
		run("a", this.read, first.asMono()).subscribe();
		StepVerifier.create(run("a", this.read, Mono.just("second")))
			.then(() -> assertThat(this.updated).containsExactly(1))
			.then(() -> first.tryEmitValue("first"))
			.expectNext("second")
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.updated).containsExactly(1, 3);
	}

	@Test
	void readsAgainIfAnotherUpdateEndedDuringTheRead() {
		Sinks.Empty<Integer> gate = Sinks.empty();
		AtomicInteger slowReads = new AtomicInteger();
		Mono<Integer> slow = gate.asMono().then(Mono.fromSupplier(slowReads::incrementAndGet));
		StepVerifier.create(run("a", slow, Mono.just("slow")))
			.then(() -> run("a", this.read, Mono.error(new IllegalStateException("failed"))).onErrorComplete()
				.subscribe())
			.then(gate::tryEmitEmpty)
			.expectNext("slow")
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.updated).containsExactly(1, 2);
	}

	@Test
	void readsAgainAfterWaitingForAnUpdateWhoseReadFailed() {
		Sinks.One<String> first = Sinks.one();
		run("a", this.read, first.asMono()).subscribe();
		Sinks.Empty<Integer> failure = Sinks.empty();
		AtomicInteger attempts = new AtomicInteger();
		Mono<Integer> failing = Mono.defer(() -> (attempts.incrementAndGet() == 1) ? Mono.just(-1) : failure.asMono());
		run("a", failing, Mono.just("never")).onErrorComplete().subscribe();
		first.tryEmitValue("first");
		int before = this.reads.get();
		StepVerifier.create(run("a", this.read, Mono.just("third")))
			.then(() -> failure.tryEmitError(new IllegalStateException("unreadable")))
			.expectNext("third")
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.reads.get() - before).isEqualTo(2);
		assertThat(attempts).hasValue(2);
	}

	@Test
	void readsAgainAfterAnUpdateThatWasRejected() {
		Sinks.Empty<Integer> gate = Sinks.empty();
		AtomicInteger slowReads = new AtomicInteger();
		Mono<Integer> slow = gate.asMono().then(Mono.fromSupplier(slowReads::incrementAndGet));
		Mono<String> rejected = this.updates.run("update", this.read, (connection) -> "a", (connection) -> {
			throw new IllegalStateException("rejected");
		});
		StepVerifier.create(run("a", slow, Mono.just("slow")))
			.then(() -> rejected.onErrorComplete().subscribe())
			.then(gate::tryEmitEmpty)
			.expectNext("slow")
			.expectComplete()
			.verify(LIMIT);
		assertThat(slowReads).hasValue(2);
	}

	private Mono<String> run(String id, Mono<Integer> read, Mono<String> update) {
		return this.updates.run("update", read, (connection) -> id, (connection) -> {
			this.updated.add(connection);
			return update;
		});
	}

}
