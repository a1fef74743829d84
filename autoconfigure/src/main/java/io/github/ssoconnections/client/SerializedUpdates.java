// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import org.springframework.util.Assert;

/**
 * Lets those who read a connection, change it and write it back do so one after the
 * other: per connection, in order of arrival, within this process. No thread waits.
 */
public final class SerializedUpdates {

	private static final int MAX_WAITING = 1000;

	private final String vendor;

	private final Duration maxWait;

	private final ClientTime time;

	private final Map<String, Line> lines = new HashMap<>();

	/**
	 * Create an order, to be shared by all that write to an account.
	 * @param vendor the name of the vendor, for exceptions
	 * @param maxWait how long to wait for one's turn, unless {@link CallOptions} say
	 */
	public SerializedUpdates(String vendor, Duration maxWait) {
		this(vendor, maxWait, ClientTime.SYSTEM);
	}

	SerializedUpdates(String vendor, Duration maxWait, ClientTime time) {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.isTrue(maxWait.compareTo(Duration.ZERO) > 0, "'maxWait' must be positive");
		this.vendor = vendor;
		this.maxWait = maxWait;
		this.time = time;
	}

	/**
	 * Look, then act, while nobody else does so for that connection. Cancellation ends
	 * the waiting and the looking; what acts by then goes on to its end, for which the
	 * next one waits, so that no write is under way while the next one looks.
	 * @param <L> the type of what is seen
	 * @param <T> the type of the result
	 * @param operation the name of the operation, for exceptions
	 * @param id the id of the connection
	 * @param look reads; changes nothing
	 * @param act changes; must end by itself
	 * @return the result, or {@link SsoApiException.Unavailable} if the turn did not come
	 * in time
	 */
	public <L, T> Mono<T> execute(String operation, String id, Mono<L> look, Function<L, Mono<T>> act) {
		return Mono.create((sink) -> {
			Turn<L, T> turn = new Turn<>(operation, id, look, act, sink);
			Duration timeout = CallOptions.from(sink.contextView()).timeout();
			if (enqueue(turn)) {
				turn.expiry.update(this.time.scheduler()
					.schedule(() -> expire(turn), ((timeout != null) ? timeout : this.maxWait).toNanos(),
							TimeUnit.NANOSECONDS));
			}
			sink.onDispose(() -> leave(turn));
			drain(id);
		});
	}

	private boolean enqueue(Turn<?, ?> turn) {
		synchronized (this) {
			Line line = this.lines.computeIfAbsent(turn.id, (id) -> new Line());
			if (line.waiting.size() < MAX_WAITING) {
				boolean mustWait = line.taken || !line.waiting.isEmpty();
				line.waiting.add(turn);
				return mustWait;
			}
		}
		turn.sink.error(tooLate(turn.operation, MAX_WAITING + " other changes to this connection are waiting"));
		return false;
	}

	private void expire(Turn<?, ?> turn) {
		boolean waiting;
		synchronized (this) {
			waiting = removeWaiting(turn);
		}
		if (waiting) {
			turn.sink.error(tooLate(turn.operation, "other changes to this connection took all the time"));
		}
	}

	private SsoApiException tooLate(String operation, String reason) {
		return new SsoApiException.Unavailable(new SsoApiException.Details(this.vendor, operation, null,
				"not sent: " + reason, List.of(), null, null, true, null));
	}

	private void leave(Turn<?, ?> turn) {
		boolean acting;
		synchronized (this) {
			removeWaiting(turn);
			turn.left = true;
			acting = turn.acting;
		}
		turn.expiry.dispose();
		if (!acting) {
			turn.work.dispose();
		}
	}

	private boolean removeWaiting(Turn<?, ?> turn) {
		Line line = this.lines.get(turn.id);
		if (line == null || !line.waiting.remove(turn)) {
			return false;
		}
		if (!line.taken && !line.draining && line.waiting.isEmpty()) {
			this.lines.remove(turn.id);
		}
		return true;
	}

	// A loop, and one only, so that turns which end at once do not nest
	private void drain(String id) {
		for (Turn<?, ?> next = next(id, true); next != null; next = next(id, false)) {
			next.expiry.dispose();
			next.start();
		}
	}

	private synchronized @Nullable Turn<?, ?> next(String id, boolean first) {
		Line line = this.lines.get(id);
		if (line == null || (first && line.draining)) {
			return null;
		}
		Turn<?, ?> next = line.taken ? null : line.waiting.poll();
		line.draining = next != null;
		line.taken |= next != null;
		if (!line.taken) {
			this.lines.remove(id);
		}
		return next;
	}

	private void end(String id) {
		synchronized (this) {
			Line line = this.lines.get(id);
			if (line != null) {
				line.taken = false;
			}
		}
		drain(id);
	}

	private synchronized boolean mayAct(Turn<?, ?> turn) {
		turn.acting = !turn.left;
		return turn.acting;
	}

	synchronized boolean isIdle() {
		return this.lines.isEmpty();
	}

	private static final class Line {

		private final Deque<Turn<?, ?>> waiting = new ArrayDeque<>();

		private boolean taken;

		private boolean draining;

	}

	private final class Turn<L, T> {

		private final String operation;

		private final String id;

		private final Mono<L> look;

		private final Function<L, Mono<T>> act;

		private final MonoSink<T> sink;

		private final Disposable.Swap expiry = Disposables.swap();

		private final Disposable.Swap work = Disposables.swap();

		private boolean acting;

		private boolean left;

		Turn(String operation, String id, Mono<L> look, Function<L, Mono<T>> act, MonoSink<T> sink) {
			this.operation = operation;
			this.id = id;
			this.look = look;
			this.act = act;
			this.sink = sink;
		}

		void start() {
			this.work.update(this.look.flatMap((seen) -> mayAct(this) ? this.act.apply(seen) : Mono.empty())
				.doFinally((signal) -> end(this.id))
				.contextWrite(this.sink.contextView())
				.subscribe(this.sink::success, this::failed, this.sink::success));
		}

		private void failed(Throwable failure) {
			boolean heard;
			synchronized (SerializedUpdates.this) {
				heard = !this.left;
			}
			if (heard) {
				this.sink.error(failure);
			}
		}

	}

}
