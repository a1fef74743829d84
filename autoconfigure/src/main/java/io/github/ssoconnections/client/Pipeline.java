// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ratelimit.RateLimiter;

/**
 * Collaborators that the attempts of all calls of a client share.
 *
 * @param vendor the vendor
 * @param settings the settings of the client
 * @param time the clock
 * @param exchange sends the requests
 * @param rateLimiter the rate limiter
 * @param retryBudget the retry budget
 * @param listeners the listeners
 */
record Pipeline(ApiVendor vendor, ApiClientSettings settings, ClientTime time, Exchange exchange,
		RateLimiter rateLimiter, RetryBudget retryBudget, Listeners listeners) {

	Failures failures() {
		return this.exchange.failures();
	}

	void notifyRetry(ApiOperation<?> operation, SsoApiException failure) {
		this.listeners.onRetry(this.vendor.account(), operation.name(), failure);
	}

	void notifyWait(ApiOperation<?> operation, long start) {
		this.listeners.onWait(this.vendor.account(), operation.name(),
				Duration.ofNanos(this.time.currentTimeNanos() - start));
	}

}
