// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Retry token bucket, as in the AWS SDK: a retry takes ten tokens, a successful call
 * returns one. Tokens are not refilled over time, so that an outage is not amplified by
 * retries.
 */
final class RetryBudget {

	private static final int RETRY_COST = 10;

	private final int capacity;

	private final AtomicInteger tokens;

	RetryBudget(int retries) {
		this.capacity = retries * RETRY_COST;
		this.tokens = new AtomicInteger(this.capacity);
	}

	boolean tryAcquire() {
		return this.tokens
			.getAndUpdate((available) -> (available >= RETRY_COST) ? available - RETRY_COST : available) >= RETRY_COST;
	}

	void onSuccess() {
		if (this.tokens.get() < this.capacity) {
			this.tokens.updateAndGet((available) -> Math.min(available + 1, this.capacity));
		}
	}

}
