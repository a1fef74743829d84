// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;

import io.github.ssoconnections.client.ratelimit.RateLimitSettings;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Settings of a client.
 *
 * @param responseTimeout the timeout of an attempt, from connecting to the last byte of
 * the response
 * @param callTimeout the total timeout of a call, including retries and backoff
 * @param maxResponseSize the maximum size of a response body, decompressed
 * @param retryPolicy when a call is retried
 * @param retryBudget the number of retries until the retry budget is exhausted;
 * successful calls refill it
 * @param rateLimit how the client applies the vendor's rate limit
 */
public record ApiClientSettings(Duration responseTimeout, Duration callTimeout, DataSize maxResponseSize,
		RetryPolicy retryPolicy, int retryBudget, RateLimitSettings rateLimit) {

	private static final ApiClientSettings DEFAULTS = new ApiClientSettings(Duration.ofSeconds(10),
			Duration.ofSeconds(30), DataSize.ofMegabytes(16), RetryPolicy.defaults(), 30, RateLimitSettings.defaults());

	public ApiClientSettings {
		checkPositive("responseTimeout", responseTimeout);
		checkPositive("callTimeout", callTimeout);
		Assert.isTrue(maxResponseSize.toBytes() > 0 && maxResponseSize.toBytes() <= Integer.MAX_VALUE,
				"'maxResponseSize' must be at least 1 byte and less than 2 GB");
		Assert.notNull(retryPolicy, "'retryPolicy' must not be null");
		Assert.isTrue(retryBudget >= 0 && retryBudget <= 1_000_000, "'retryBudget' must be between 0 and 1000000");
		Assert.notNull(rateLimit, "'rateLimit' must not be null");
	}

	private static void checkPositive(String name, Duration value) {
		Assert.isTrue(value.compareTo(Duration.ofMillis(1)) >= 0 && value.compareTo(Duration.ofDays(1)) <= 0,
				() -> "'" + name + "' must be between 1 ms and 1 day");
	}

	/**
	 * Return the default settings: 10 s per attempt, 30 s per call, bodies of 16 MB, 3
	 * attempts, a budget of 30 retries, and the vendor's rate limit.
	 * @return the defaults
	 */
	public static ApiClientSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return a copy of these settings with other timeouts.
	 * @param responseTimeout the timeout of an attempt
	 * @param callTimeout the total timeout of a call
	 * @return the settings
	 */
	public ApiClientSettings withTimeouts(Duration responseTimeout, Duration callTimeout) {
		return new ApiClientSettings(responseTimeout, callTimeout, this.maxResponseSize, this.retryPolicy,
				this.retryBudget, this.rateLimit);
	}

	/**
	 * Return a copy of these settings with another maximum response size.
	 * @param maxResponseSize the maximum size of a response body, decompressed
	 * @return the settings
	 */
	public ApiClientSettings withMaxResponseSize(DataSize maxResponseSize) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, maxResponseSize, this.retryPolicy,
				this.retryBudget, this.rateLimit);
	}

	/**
	 * Return a copy of these settings with another retry policy.
	 * @param retryPolicy when a call is retried
	 * @return the settings
	 */
	public ApiClientSettings withRetryPolicy(RetryPolicy retryPolicy) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, this.maxResponseSize, retryPolicy,
				this.retryBudget, this.rateLimit);
	}

	/**
	 * Return a copy of these settings with another retry budget.
	 * @param retryBudget the number of retries until the retry budget is exhausted;
	 * successful calls refill it
	 * @return the settings
	 */
	public ApiClientSettings withRetryBudget(int retryBudget) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, this.maxResponseSize, this.retryPolicy,
				retryBudget, this.rateLimit);
	}

	/**
	 * Return a copy of these settings with other rate limit settings.
	 * @param rateLimit how the client applies the vendor's rate limit
	 * @return the settings
	 */
	public ApiClientSettings withRateLimit(RateLimitSettings rateLimit) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, this.maxResponseSize, this.retryPolicy,
				this.retryBudget, rateLimit);
	}

	/**
	 * Return the total timeout of a creation that also lists connections: ten times the
	 * call timeout.
	 * @return the timeout, longer than the response timeout
	 */
	public Duration creationTimeout() {
		Duration timeout = this.callTimeout.multipliedBy(10);
		return (timeout.compareTo(this.responseTimeout) > 0) ? timeout : this.responseTimeout.multipliedBy(2);
	}

}
