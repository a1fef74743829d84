// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * An attempt that ends in time, whose first element is its answer, and whose failures are
 * translated: {@code next}, {@code timeout} and {@code onErrorMap} in one object, as
 * every call has one.
 *
 * @param <T> the type of the answer
 */
final class Attempt<T> extends Mono<T> {

	private final Flux<T> source;

	private final Duration timeout;

	private final Function<Throwable, Throwable> translation;

	/**
	 * Create an attempt.
	 * @param source what is to end in time
	 * @param timeout the time from the subscription on
	 * @param translation of any failure, a {@link TimeoutException} at the end of the
	 * time
	 */
	Attempt(Flux<T> source, Duration timeout, Function<Throwable, Throwable> translation) {
		this.source = source;
		this.timeout = timeout;
		this.translation = translation;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new Run<>(actual, this.timeout, this.translation));
	}

	/**
	 * One run of the attempt: true once it is over.
	 */
	private static final class Run<T> extends AtomicBoolean implements CoreSubscriber<T>, Subscription, Runnable {

		private final CoreSubscriber<? super T> actual;

		private final Duration timeout;

		private final Function<Throwable, Throwable> translation;

		private @Nullable Subscription subscription;

		private volatile @Nullable Disposable timer;

		Run(CoreSubscriber<? super T> actual, Duration timeout, Function<Throwable, Throwable> translation) {
			this.actual = actual;
			this.timeout = timeout;
			this.translation = translation;
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
				startTimer();
			}
		}

		private void startTimer() {
			if (!get()) {
				Disposable timer = Schedulers.parallel().schedule(this, this.timeout.toNanos(), TimeUnit.NANOSECONDS);
				this.timer = timer;
				if (get()) {
					timer.dispose();
				}
			}
		}

		@Override
		public void onNext(T answer) {
			if (end()) {
				cancelSource();
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
				this.actual.onError(this.translation.apply(failure));
			}
			else {
				Operators.onErrorDropped(failure, currentContext());
			}
		}

		@Override
		public void run() {
			if (compareAndSet(false, true)) {
				cancelSource();
				this.actual.onError(this.translation.apply(new TimeoutException()));
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
			Disposable timer = this.timer;
			if (timer != null) {
				timer.dispose();
			}
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
