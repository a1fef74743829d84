// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Serializes updates per connection within this process, in order of arrival: reading a
 * connection and writing it back does not interleave with another update. No thread is
 * blocked.
 */
public final class SerializedUpdates {

	private static final int MAX_WAITING = 1000;

	private final Account account;

	private final Duration maxWait;

	private final ClientTime time;

	private final Map<String, Queue> queues = new HashMap<>();

	/**
	 * Create an instance, to be shared by all writers of an account.
	 * @param account the account, for exceptions
	 * @param maxWait the maximum time to wait for other updates; {@link CallOptions}
	 * override it
	 */
	public SerializedUpdates(Account account, Duration maxWait) {
		this(account, maxWait, ClientTime.SYSTEM);
	}

	SerializedUpdates(Account account, Duration maxWait, ClientTime time) {
		Assert.notNull(account, "'account' must not be null");
		Assert.isTrue(maxWait.compareTo(Duration.ZERO) > 0, "'maxWait' must be positive");
		this.account = account;
		this.maxWait = maxWait;
		this.time = time;
	}

	/**
	 * Execute an update when all earlier updates of the connection have completed.
	 * Cancellation stops waiting and reading. A write in progress is not cancelled, and
	 * later updates wait for it, so that no write is in progress while another update
	 * reads.
	 * @param <R> the type of the read result
	 * @param <T> the type of the result
	 * @param operation the name of the operation, for exceptions
	 * @param id the id of the connection
	 * @param read reads the connection, without changing it
	 * @param write writes the connection; must terminate by itself
	 * @return the result; fails with {@link SsoApiException.Unavailable} if the wait time
	 * is exceeded
	 */
	public <R, T> Mono<T> execute(String operation, String id, Mono<R> read, Function<R, Mono<T>> write) {
		return Mono.create((sink) -> {
			Update<R, T> update = new Update<>(operation, id, read, write, sink);
			Duration timeout = CallOptions.from(sink.contextView()).timeout();
			if (enqueue(update)) {
				update.expiry.update(this.time.scheduler()
					.schedule(() -> expire(update), ((timeout != null) ? timeout : this.maxWait).toNanos(),
							TimeUnit.NANOSECONDS));
			}
			sink.onDispose(() -> cancel(update));
			drain(id);
		});
	}

	private boolean enqueue(Update<?, ?> update) {
		synchronized (this) {
			Queue queue = this.queues.computeIfAbsent(update.id, (id) -> new Queue());
			if (queue.waiting.size() < MAX_WAITING) {
				boolean waits = queue.busy || !queue.waiting.isEmpty();
				queue.waiting.add(update);
				return waits;
			}
		}
		update.sink
			.error(notSent(update.operation, MAX_WAITING + " other updates of this connection are waiting", null));
		return false;
	}

	private void expire(Update<?, ?> update) {
		boolean waiting;
		synchronized (this) {
			waiting = removeWaiting(update);
		}
		if (waiting) {
			String reason = "other updates of this connection took too long";
			update.sink.error(notSent(update.operation, reason, new TimeoutException(reason)));
		}
	}

	private SsoApiException notSent(String operation, String reason, @Nullable TimeoutException cause) {
		return new SsoApiException.Unavailable(new SsoApiException.Details(this.account, operation, null,
				"not sent: " + reason, List.of(), null, null, true, cause));
	}

	private void cancel(Update<?, ?> update) {
		boolean writing;
		synchronized (this) {
			removeWaiting(update);
			update.cancelled = true;
			writing = update.writing;
		}
		update.expiry.dispose();
		if (!writing) {
			update.work.dispose();
		}
	}

	private boolean removeWaiting(Update<?, ?> update) {
		Queue queue = this.queues.get(update.id);
		if (queue == null || !queue.waiting.remove(update)) {
			return false;
		}
		if (!queue.busy && !queue.draining && queue.waiting.isEmpty()) {
			this.queues.remove(update.id);
		}
		return true;
	}

	// One loop, so that updates which complete immediately do not nest
	private void drain(String id) {
		for (Update<?, ?> next = next(id, true); next != null; next = next(id, false)) {
			next.expiry.dispose();
			next.start();
		}
	}

	private synchronized @Nullable Update<?, ?> next(String id, boolean first) {
		Queue queue = this.queues.get(id);
		if (queue == null || (first && queue.draining)) {
			return null;
		}
		Update<?, ?> next = queue.busy ? null : queue.waiting.poll();
		queue.draining = next != null;
		queue.busy |= next != null;
		if (!queue.busy) {
			this.queues.remove(id);
		}
		return next;
	}

	private void complete(String id) {
		synchronized (this) {
			Queue queue = this.queues.get(id);
			if (queue != null) {
				queue.busy = false;
			}
		}
		drain(id);
	}

	private synchronized boolean startWrite(Update<?, ?> update) {
		update.writing = !update.cancelled;
		return update.writing;
	}

	synchronized boolean isIdle() {
		return this.queues.isEmpty();
	}

	private static final class Queue {

		private final Deque<Update<?, ?>> waiting = new ArrayDeque<>();

		private boolean busy;

		private boolean draining;

	}

	private final class Update<R, T> {

		private final String operation;

		private final String id;

		private final Mono<R> read;

		private final Function<R, Mono<T>> write;

		private final MonoSink<T> sink;

		private final Disposable.Swap expiry = Disposables.swap();

		private final Disposable.Swap work = Disposables.swap();

		private boolean writing;

		private boolean cancelled;

		Update(String operation, String id, Mono<R> read, Function<R, Mono<T>> write, MonoSink<T> sink) {
			this.operation = operation;
			this.id = id;
			this.read = read;
			this.write = write;
			this.sink = sink;
		}

		void start() {
			this.work.update(this.read.flatMap((current) -> startWrite(this) ? this.write.apply(current) : Mono.empty())
				.doFinally((signal) -> complete(this.id))
				.contextWrite(this.sink.contextView())
				.subscribe(this.sink::success, this::failed, this.sink::success));
		}

		private void failed(Throwable failure) {
			boolean cancelled;
			synchronized (SerializedUpdates.this) {
				cancelled = this.cancelled;
			}
			if (!cancelled) {
				this.sink.error(failure);
			}
		}

	}

}
