// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many repeats a client can still afford. A repeat costs one, a success gives a tenth
 * back, and time gives nothing: in an outage the repeats stop after the first few, and
 * the vendor sees little more than what it would see without them.
 */
final class RetryBudget {

	/** In tenths, so that a success can give back less than a repeat costs. */
	private static final int COST = 10;

	private final int capacity;

	private final AtomicInteger tenths;

	RetryBudget(int retries) {
		this.capacity = retries * COST;
		this.tenths = new AtomicInteger(this.capacity);
	}

	boolean tryTake() {
		return this.tenths.getAndUpdate((left) -> (left >= COST) ? left - COST : left) >= COST;
	}

	void succeeded() {
		// A full budget is the rule: it costs a read, not a write that all callers share
		if (this.tenths.get() < this.capacity) {
			this.tenths.updateAndGet((left) -> Math.min(left + 1, this.capacity));
		}
	}

}
