// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.MonoSink;

/**
 * Calls that wait for a permit, in order of arrival, those in the background last. Not
 * thread-safe.
 */
final class WaitingCalls {

	private final Deque<Waiter> calls = new ArrayDeque<>();

	private final Deque<Waiter> inBackground = new ArrayDeque<>();

	int size() {
		return this.calls.size() + this.inBackground.size();
	}

	boolean isEmptyBefore(boolean background) {
		return this.calls.isEmpty() && (!background || this.inBackground.isEmpty());
	}

	void add(Waiter waiter) {
		(waiter.background ? this.inBackground : this.calls).add(waiter);
	}

	boolean remove(Waiter waiter) {
		return (waiter.background ? this.inBackground : this.calls).remove(waiter);
	}

	Waiter remove() {
		return (this.calls.isEmpty() ? this.inBackground : this.calls).remove();
	}

	/**
	 * A call that waits.
	 */
	static final class Waiter {

		final MonoSink<RateLimiter.Permit> sink;

		private final boolean background;

		volatile @Nullable Disposable expiry;

		RateLimiter.@Nullable Permit permit;

		boolean delivered;

		Waiter(MonoSink<RateLimiter.Permit> sink, boolean background) {
			this.sink = sink;
			this.background = background;
		}

	}

}
