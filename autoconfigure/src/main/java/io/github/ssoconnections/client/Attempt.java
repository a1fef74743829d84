// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * An attempt that ends in time, with its one element or a failure, which is translated:
 * {@code singleOrEmpty}, {@code timeout}, {@code doOnNext} and {@code onErrorMap} in one
 * object, as every call has one.
 *
 * @param <T> the type of the answer
 */
final class Attempt<T> extends Mono<T> {

	private final Flux<T> source;

	private final Deadlines deadlines;

	private final Duration timeout;

	private final Runnable onAnswer;

	private final Function<Throwable, Throwable> translation;

	/**
	 * Create an attempt.
	 * @param source what is to end in time; of no interest after its element
	 * @param deadlines where the time is kept
	 * @param timeout the time from the subscription on
	 * @param onAnswer hears of an answer in time, before it is handed on
	 * @param translation of any failure, a {@link TimeoutException} at the end of the
	 * time
	 */
	Attempt(Flux<T> source, Deadlines deadlines, Duration timeout, Runnable onAnswer,
			Function<Throwable, Throwable> translation) {
		this.source = source;
		this.deadlines = deadlines;
		this.timeout = timeout;
		this.onAnswer = onAnswer;
		this.translation = translation;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new Run<>(actual, this));
	}

	/**
	 * One run of the attempt: true once it is over.
	 */
	private static final class Run<T> extends Deadlines.Deadline implements CoreSubscriber<T>, Subscription {

		private final CoreSubscriber<? super T> actual;

		private final Attempt<T> attempt;

		private @Nullable Subscription subscription;

		Run(CoreSubscriber<? super T> actual, Attempt<T> attempt) {
			this.actual = actual;
			this.attempt = attempt;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			if (Operators.validate(this.subscription, subscription)) {
				this.subscription = subscription;
				this.actual.onSubscribe(this);
				startTime();
			}
		}

		// Nothing to start where the answer is there already
		private void startTime() {
			if (!get()) {
				this.attempt.deadlines.add(this, this.attempt.timeout);
				if (get()) {
					this.attempt.deadlines.remove(this);
				}
			}
		}

		@Override
		public void onNext(T answer) {
			if (end()) {
				this.attempt.onAnswer.run();
				this.actual.onNext(answer);
				this.actual.onComplete();
			}
			else {
				Operators.onNextDropped(answer, currentContext());
			}
		}

		@Override
		public void onComplete() {
			if (end()) {
				this.actual.onComplete();
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (end()) {
				this.actual.onError(this.attempt.translation.apply(failure));
			}
			// After its end, a failure is that of the transport about the cancellation
		}

		@Override
		public void run() {
			if (compareAndSet(false, true)) {
				cancelSource();
				this.actual.onError(this.attempt.translation.apply(new TimeoutException()));
			}
		}

		@Override
		public void request(long count) {
			Subscription subscription = this.subscription;
			if (subscription != null) {
				subscription.request(count);
			}
		}

		@Override
		public void cancel() {
			if (end()) {
				cancelSource();
			}
		}

		private boolean end() {
			if (!compareAndSet(false, true)) {
				return false;
			}
			this.attempt.deadlines.remove(this);
			return true;
		}

		private void cancelSource() {
			Subscription subscription = this.subscription;
			if (subscription != null) {
				subscription.cancel();
			}
		}

	}

}
