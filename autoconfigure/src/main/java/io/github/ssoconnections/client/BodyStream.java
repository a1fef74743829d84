// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Body of a response as a stream, for a blocking reader. Backpressure limits the number
 * of buffered signals.
 */
final class BodyStream extends InputStream implements CoreSubscriber<DataBuffer> {

	private static final int PREFETCH = 8;

	private static final Object END = new Object();

	/** Buffers, then the failure or the end of the body. */
	private final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();

	private final long limit;

	private final Supplier<? extends RuntimeException> tooLarge;

	private long count;

	private @Nullable Subscription subscription;

	private @Nullable DataBuffer current;

	private @Nullable Object end;

	private boolean closed;

	/**
	 * Create a stream, to be subscribed to a body.
	 * @param limit the maximum number of bytes
	 * @param tooLarge the failure of a larger body
	 */
	BodyStream(long limit, Supplier<? extends RuntimeException> tooLarge) {
		this.limit = limit;
		this.tooLarge = tooLarge;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		boolean cancelled;
		synchronized (this) {
			this.subscription = subscription;
			cancelled = this.closed;
		}
		if (cancelled) {
			subscription.cancel();
		}
		else {
			subscription.request(PREFETCH);
		}
	}

	@Override
	public void onNext(DataBuffer buffer) {
		synchronized (this) {
			if (!this.closed) {
				this.signals.add(buffer);
				return;
			}
		}
		DataBufferUtils.release(buffer);
	}

	@Override
	public void onError(Throwable failure) {
		this.signals.add(failure);
	}

	@Override
	public void onComplete() {
		this.signals.add(END);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) > 0) ? one[0] & 0xFF : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		while (this.end == null) {
			int read = readCurrent(target, offset, length);
			if (read > 0) {
				return read;
			}
			take();
		}
		if (this.end instanceof Throwable failure) {
			throw new IOException("The document is incomplete", failure);
		}
		return -1;
	}

	private synchronized int readCurrent(byte[] target, int offset, int length) throws IOException {
		if (this.closed) {
			throw new InterruptedIOException("Reading was cancelled");
		}
		DataBuffer buffer = this.current;
		int read = (buffer != null) ? Math.min(length, buffer.readableByteCount()) : 0;
		if (buffer != null && read > 0) {
			buffer.read(target, offset, read);
		}
		return read;
	}

	private void take() throws IOException {
		release();
		try {
			Object signal = this.signals.take();
			if (!(signal instanceof DataBuffer buffer)) {
				this.end = signal;
				return;
			}
			keep(buffer);
			this.count += buffer.readableByteCount();
			if (this.count > this.limit) {
				throw this.tooLarge.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Reading was cancelled");
		}
	}

	private synchronized void keep(DataBuffer buffer) {
		this.current = buffer;
		if (this.closed) {
			release();
		}
	}

	private void release() {
		Subscription subscription = null;
		synchronized (this) {
			if (this.current != null) {
				DataBufferUtils.release(this.current);
				this.current = null;
				subscription = this.subscription;
			}
		}
		if (subscription != null) {
			subscription.request(1);
		}
	}

	/**
	 * Cancel the stream, from any thread, and release all buffers.
	 */
	@Override
	public void close() {
		Subscription subscription;
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.closed = true;
			subscription = this.subscription;
			DataBufferUtils.release(this.current);
			this.current = null;
			for (Object signal : this.signals) {
				if (signal instanceof DataBuffer buffer) {
					DataBufferUtils.release(buffer);
				}
			}
			this.signals.clear();
			this.signals.add(END);
		}
		if (subscription != null) {
			subscription.cancel();
		}
	}

}
