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
 * Attempt with a timeout: {@code singleOrEmpty}, {@code timeout}, {@code doOnNext} and
 * {@code onErrorMap} combined in one operator to save allocations.
 *
 * @param <T> the type of the response
 */
final class Attempt<T> extends Mono<T> {

	private final Flux<T> source;

	private final Deadlines deadlines;

	private final Duration timeout;

	private final Runnable onResponse;

	private final Function<Throwable, Throwable> translation;

	/**
	 * Create an attempt.
	 * @param source the source, of which only the first element is used
	 * @param deadlines the timer
	 * @param timeout the time after subscription
	 * @param onResponse callback for a response, invoked before it is emitted
	 * @param translation of failures, including a {@link TimeoutException}
	 */
	Attempt(Flux<T> source, Deadlines deadlines, Duration timeout, Runnable onResponse,
			Function<Throwable, Throwable> translation) {
		this.source = source;
		this.deadlines = deadlines;
		this.timeout = timeout;
		this.onResponse = onResponse;
		this.translation = translation;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new Run<>(actual, this));
	}

	/**
	 * Subscription to the attempt. The flag is set once it has terminated.
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
				startTimeout();
			}
		}

		private void startTimeout() {
			if (!get()) {
				this.attempt.deadlines.add(this, this.attempt.timeout);
				if (get()) {
					this.attempt.deadlines.remove(this);
				}
			}
		}

		@Override
		public void onNext(T response) {
			if (end()) {
				this.attempt.onResponse.run();
				this.actual.onNext(response);
				this.actual.onComplete();
			}
			else {
				Operators.onNextDropped(response, currentContext());
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
