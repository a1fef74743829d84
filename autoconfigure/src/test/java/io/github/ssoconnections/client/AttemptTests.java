// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.test.publisher.TestPublisher;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However an attempt ends, nothing of it is left among the deadlines.
 */
class AttemptTests {

	private final VirtualTime time = new VirtualTime();

	private final TestPublisher<String> source = TestPublisher.create();

	private final List<Object> heard = new ArrayList<>();

	private Supplier<Scheduler> scheduler = this.time::scheduler;

	private final Deadlines deadlines = new Deadlines(ClientTime.of(() -> this.scheduler.get()));

	@Test
	void isForgottenWhenItIsResponded() {
		subscribe();
		assertThat(this.deadlines.isEmpty()).isFalse();
		this.source.next("response");
		assertThat(this.deadlines.isEmpty()).isTrue();
		assertThat(this.heard).containsExactly("response", "end");
	}

	@Test
	void isForgottenWhenItFails() {
		subscribe();
		this.source.error(new IOException("reset"));
		assertThat(this.deadlines.isEmpty()).isTrue();
		assertThat(this.heard).containsExactly("reset");
	}

	@Test
	void isForgottenWhenItIsEmpty() {
		subscribe();
		this.source.complete();
		assertThat(this.deadlines.isEmpty()).isTrue();
		assertThat(this.heard).containsExactly("end");
	}

	@Test
	void isForgottenWhenItIsCancelled() {
		subscribe().dispose();
		assertThat(this.deadlines.isEmpty()).isTrue();
		this.source.assertCancelled();
	}

	@Test
	void isForgottenWhenItsTimeIsOver() {
		subscribe();
		this.time.pass(Duration.ofSeconds(10));
		assertThat(this.deadlines.isEmpty()).isTrue();
		assertThat(this.heard).containsExactly("null");
		this.source.assertCancelled();
	}

	@Test
	void dropsNoErrorAfterItsEnd() {
		List<Throwable> dropped = new ArrayList<>();
		TestPublisher<String> source = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		attempt(source.flux())
			.contextWrite(Context.of("reactor.onErrorDropped.local", (Consumer<Throwable>) dropped::add))
			.subscribe()
			.dispose();
		source.error(new IllegalStateException("The response body has been released already"));
		assertThat(dropped).isEmpty();
	}

	@Test
	void isForgottenWhenItIsRespondedWhileItsTimeStarts() {
		AtomicReference<Subscriber<? super String>> subscriber = new AtomicReference<>();
		this.scheduler = () -> {
			if (this.heard.isEmpty()) {
				subscriber.get().onNext("response");
			}
			return this.time.scheduler();
		};
		subscribe(Flux.from((actual) -> {
			subscriber.set(actual);
			actual.onSubscribe(Operators.emptySubscription());
		}));
		assertThat(this.heard).containsExactly("response", "end");
		assertThat(this.deadlines.isEmpty()).isTrue();
	}

	private Disposable subscribe() {
		return subscribe(this.source.flux());
	}

	private Attempt<String> attempt(Flux<String> source) {
		return new Attempt<>(source, this.deadlines, Duration.ofSeconds(10), () -> {
		}, Function.identity());
	}

	private Disposable subscribe(Flux<String> source) {
		return attempt(source).subscribe(this.heard::add,
				(failure) -> this.heard.add(String.valueOf(failure.getMessage())), () -> this.heard.add("end"));
	}

}
