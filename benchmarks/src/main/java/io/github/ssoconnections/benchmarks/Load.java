// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A number of calls, made by a number of callers at a time.
 */
final class Load {

	/** How long each call of the last load took in nanoseconds. */
	private static volatile long[] last = new long[0];

	private final AtomicInteger left;

	private final AtomicInteger responded = new AtomicInteger();

	private final CountDownLatch working;

	private final long[] nanos;

	private volatile Throwable failure;

	private Load(int callers, int calls) {
		this.left = new AtomicInteger(calls);
		this.working = new CountDownLatch(callers);
		this.nanos = new long[calls];
	}

	/**
	 * Make calls, and wait until all have a response.
	 * @param callers how many call at a time
	 * @param calls how many calls are made in all
	 * @param start starts a caller
	 * @return how many calls had a response
	 */
	static int run(int callers, int calls, Consumer<Caller> start) throws InterruptedException {
		Load load = new Load(callers, calls);
		for (int i = 0; i < callers; i++) {
			start.accept(load.new OneAfterTheOther());
		}
		load.working.await();
		if (load.failure != null) {
			throw new IllegalStateException("A call has failed", load.failure);
		}
		if (load.responded.get() != calls) {
			throw new IllegalStateException(load.responded + " responses to " + calls + " calls");
		}
		last = load.nanos;
		return calls;
	}

	/**
	 * Return how long calls of the last load took.
	 * @param share the share of calls that were as fast, such as 0.99
	 * @return the time in milliseconds
	 */
	static double percentile(double share) {
		long[] nanos = last.clone();
		Arrays.sort(nanos);
		return nanos[(int) Math.ceil(share * nanos.length) - 1] / 1e6;
	}

	private final class OneAfterTheOther implements Caller {

		private long requested;

		@Override
		public boolean next() {
			if (Load.this.failure == null && Load.this.left.getAndDecrement() > 0) {
				this.requested = System.nanoTime();
				return true;
			}
			Load.this.working.countDown();
			return false;
		}

		@Override
		public void responded(Object response) {
			Load.this.nanos[Load.this.responded.getAndIncrement()] = System.nanoTime() - this.requested;
		}

		@Override
		public void failed(Throwable failure) {
			Load.this.failure = failure;
			Load.this.working.countDown();
		}

	}

}
