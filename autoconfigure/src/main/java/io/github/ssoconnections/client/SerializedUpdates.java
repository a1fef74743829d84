// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * Serializes updates per connection within this process, in order of arrival: reading a
 * connection and writing it back does not interleave with another update. No thread is
 * blocked.
 */
public final class SerializedUpdates {

	private static final int MAX_WAITING = 1000;

	private static final Duration MAX_WAIT = Duration.ofDays(36_500);

	private static final String TOO_LONG = "other updates of this connection took too long";

	private final Account account;

	private final Duration maxWait;

	private final ClientTime time;

	/** The last turn of each connection that is being updated. */
	private final Map<String, Turn> last = new HashMap<>();

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
		this.maxWait = (maxWait.compareTo(MAX_WAIT) < 0) ? maxWait : MAX_WAIT;
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
		return Mono.deferContextual((context) -> {
			Turn turn = enqueue(id);
			if (turn == null) {
				return Mono
					.error(notSent(operation, MAX_WAITING + " other updates of this connection are waiting", null));
			}
			Duration timeout = CallOptions.from(context).timeout();
			return Mono.defer(() -> turn.await((timeout != null) ? timeout : this.maxWait)
				.onErrorMap((failure) -> notSent(operation, failure))
				.then(read)
				.flatMap(
						(current) -> turn.claim() ? complete(turn, () -> write.apply(current), context) : Mono.empty()))
				.doFinally((signal) -> turn.abandon());
		});
	}

	// What is cached is not cancelled, but loses the context of a subscriber that cancels
	private static <T> Mono<T> complete(Turn turn, Supplier<Mono<T>> write, ContextView context) {
		return Mono.defer(write).doFinally((signal) -> turn.end()).contextWrite(context).cache();
	}

	private synchronized @Nullable Turn enqueue(String id) {
		Turn last = this.last.get(id);
		if (last != null && last.inProgress.get() > MAX_WAITING) {
			return null;
		}
		Turn turn = new Turn(id, last);
		this.last.put(id, turn);
		return turn;
	}

	private SsoApiException notSent(String operation, Throwable failure) {
		return (failure instanceof TimeoutException) ? notSent(operation, TOO_LONG, new TimeoutException(TOO_LONG))
				: notSent(operation, "waiting for other updates of this connection was interrupted", null);
	}

	private SsoApiException notSent(String operation, String reason, @Nullable TimeoutException cause) {
		return new SsoApiException.Unavailable(new SsoApiException.Details(this.account, operation, null,
				"not sent: " + reason, List.of(), null, null, true, cause));
	}

	synchronized boolean isIdle() {
		return this.last.isEmpty();
	}

	/**
	 * Turn of an update, which ends after that of the update before it.
	 */
	private final class Turn {

		private final String id;

		/** Completes when the turn before has ended, {@code null} without one. */
		private final @Nullable Mono<Void> before;

		private final Sinks.Empty<Void> end = Sinks.empty();

		private final AtomicBoolean claimed = new AtomicBoolean();

		/** Number of updates of the connection, without those that were given up. */
		private final AtomicInteger inProgress;

		Turn(String id, @Nullable Turn previous) {
			this.id = id;
			// On a thread of its own, so that updates which complete immediately do not
			// nest
			this.before = (previous != null) ? previous.end.asMono().publishOn(SerializedUpdates.this.time.scheduler())
					: null;
			this.inProgress = (previous != null) ? previous.inProgress : new AtomicInteger();
			this.inProgress.incrementAndGet();
		}

		Mono<Void> await(Duration maxWait) {
			return (this.before != null) ? this.before.timeout(maxWait, SerializedUpdates.this.time.scheduler())
					: Mono.empty();
		}

		boolean claim() {
			return this.claimed.compareAndSet(false, true);
		}

		void abandon() {
			if (!claim()) {
				return;
			}
			this.inProgress.decrementAndGet();
			if (this.before != null) {
				this.before.subscribe(null, (failure) -> pass(), this::pass);
			}
			else {
				pass();
			}
		}

		void end() {
			this.inProgress.decrementAndGet();
			pass();
		}

		private void pass() {
			synchronized (SerializedUpdates.this) {
				SerializedUpdates.this.last.remove(this.id, this);
			}
			this.end.tryEmitEmpty();
		}

	}

}
