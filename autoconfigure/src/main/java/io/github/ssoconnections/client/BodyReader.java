// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Reads the body of a response into a value: {@code collect}, {@code doOnDiscard} and
 * {@code map} combined in one operator to save allocations. All buffers are released. It
 * emits the value or a failure, but no completion, after which {@code WebClient} would
 * subscribe to the body again.
 *
 * @param <T> the type of the value
 */
final class BodyReader<T> extends Flux<T> {

	private final ClientResponse response;

	private final int limit;

	private final @Nullable Supplier<? extends RuntimeException> tooLarge;

	private final Function<BoundedBody, T> reader;

	/**
	 * Create a reader.
	 * @param response the response
	 * @param limit the maximum number of bytes
	 * @param tooLarge the failure of a larger body, or {@code null} to truncate it
	 * @param reader creates the value from the body, which may be empty
	 */
	BodyReader(ClientResponse response, int limit, @Nullable Supplier<? extends RuntimeException> tooLarge,
			Function<BoundedBody, T> reader) {
		this.response = response;
		this.limit = limit;
		this.tooLarge = tooLarge;
		this.reader = reader;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.response.body(BodyExtractors.toDataBuffers())
			.subscribe(new Run<>(actual, new BoundedBody(this.limit, this.tooLarge), this.reader));
	}

	/**
	 * Subscription to the body. A timeout cancels it from another thread than that of the
	 * transport.
	 */
	private static final class Run<T> implements CoreSubscriber<DataBuffer>, Subscription {

		private final CoreSubscriber<? super T> actual;

		private final BoundedBody body;

		private final Function<BoundedBody, T> reader;

		private @Nullable Subscription subscription;

		private boolean done;

		Run(CoreSubscriber<? super T> actual, BoundedBody body, Function<BoundedBody, T> reader) {
			this.actual = actual;
			this.body = body;
			this.reader = reader;
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
			}
		}

		@Override
		public void request(long count) {
			Subscription subscription = this.subscription;
			if (subscription != null) {
				subscription.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void onNext(DataBuffer buffer) {
			boolean added;
			try {
				added = add(buffer);
			}
			catch (Throwable ex) {
				DataBufferUtils.release(buffer);
				this.body.release();
				this.actual.onError(Operators.onOperatorError(this.subscription, ex, currentContext()));
				return;
			}
			if (!added) {
				DataBufferUtils.release(buffer);
				cancelSource();
				read();
			}
		}

		private synchronized boolean add(DataBuffer buffer) {
			if (this.done) {
				DataBufferUtils.release(buffer);
				return true;
			}
			this.done = true;
			boolean added = this.body.add(buffer);
			this.done = !added;
			return added;
		}

		@Override
		public void onComplete() {
			if (end()) {
				read();
			}
		}

		private void read() {
			T value;
			try {
				value = this.reader.apply(this.body);
			}
			catch (Throwable ex) {
				this.actual.onError(Operators.onOperatorError(ex, currentContext()));
				return;
			}
			finally {
				this.body.release();
			}
			this.actual.onNext(value);
		}

		@Override
		public void onError(Throwable failure) {
			if (end()) {
				this.body.release();
				this.actual.onError(failure);
			}
		}

		@Override
		public void cancel() {
			if (end()) {
				cancelSource();
				this.body.release();
			}
		}

		private void cancelSource() {
			Subscription subscription = this.subscription;
			if (subscription != null) {
				subscription.cancel();
			}
		}

		private synchronized boolean end() {
			boolean first = !this.done;
			this.done = true;
			return first;
		}

	}

}
