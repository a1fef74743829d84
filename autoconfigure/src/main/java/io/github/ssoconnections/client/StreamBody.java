// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.atomic.AtomicBoolean;

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
 * Body of a response that has no end: an empty array, then copies of its buffers. The
 * body is subscribed to before the empty array is emitted, so that a cancellation closes
 * the connection at any time.
 */
final class StreamBody extends Flux<byte[]> {

	private static final byte[] BEGINNING = new byte[0];

	private final ClientResponse response;

	StreamBody(ClientResponse response) {
		this.response = response;
	}

	/**
	 * Close a response without reading its body.
	 * @param response the response
	 * @param failure the failure to emit
	 * @return the failure
	 */
	static Flux<byte[]> discard(ClientResponse response, Throwable failure) {
		return response.body(BodyExtractors.toDataBuffers()).take(0, false).thenMany(Flux.error(failure));
	}

	@Override
	public void subscribe(CoreSubscriber<? super byte[]> actual) {
		this.response.body(BodyExtractors.toDataBuffers()).subscribe(new Run(actual));
	}

	/**
	 * Subscription to the body. The flag is set once the empty array is emitted.
	 */
	private static final class Run extends AtomicBoolean implements CoreSubscriber<DataBuffer>, Subscription {

		private final CoreSubscriber<? super byte[]> actual;

		private @Nullable Subscription subscription;

		Run(CoreSubscriber<? super byte[]> actual) {
			this.actual = actual;
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
		public void onNext(DataBuffer buffer) {
			byte[] bytes;
			try {
				bytes = new byte[buffer.readableByteCount()];
				buffer.read(bytes);
			}
			finally {
				DataBufferUtils.release(buffer);
			}
			this.actual.onNext(bytes);
		}

		@Override
		public void onError(Throwable failure) {
			this.actual.onError(failure);
		}

		@Override
		public void onComplete() {
			this.actual.onComplete();
		}

		@Override
		public void request(long count) {
			long left = count;
			if (compareAndSet(false, true)) {
				this.actual.onNext(BEGINNING);
				left = (count == Long.MAX_VALUE) ? count : count - 1;
			}
			Subscription subscription = this.subscription;
			if (subscription != null && left > 0) {
				subscription.request(left);
			}
		}

		@Override
		public void cancel() {
			Subscription subscription = this.subscription;
			if (subscription != null) {
				subscription.cancel();
			}
		}

	}

}
