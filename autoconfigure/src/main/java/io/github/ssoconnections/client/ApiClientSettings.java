// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of a client.
 *
 * @param responseTimeout the time that one attempt may take, from connecting to the last
 * byte of the answer
 * @param callTimeout the time that a call may take, repeats and pauses included
 * @param maxResponseSize the largest body of an answer, decompressed
 * @param retryPolicy when an attempt is repeated
 * @param retryBudget how many repeats the client affords until calls succeed again
 * @param rateLimit how the client keeps to the vendor's limit
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
	 * Return the default bounds: 10 s an attempt, 30 s a call, 16 MB a body, 3 attempts,
	 * 30 repeats until calls succeed again, and the vendor's rate limit.
	 * @return the defaults
	 */
	public static ApiClientSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these settings with other time-outs.
	 * @param responseTimeout the time that one attempt may take
	 * @param callTimeout the time that a call may take
	 * @return the settings
	 */
	public ApiClientSettings withTimeouts(Duration responseTimeout, Duration callTimeout) {
		return new ApiClientSettings(responseTimeout, callTimeout, this.maxResponseSize, this.retryPolicy,
				this.retryBudget, this.rateLimit);
	}

	/**
	 * Return these settings with another bound on bodies.
	 * @param maxResponseSize the largest body of an answer, decompressed
	 * @return the settings
	 */
	public ApiClientSettings withMaxResponseSize(DataSize maxResponseSize) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, maxResponseSize, this.retryPolicy,
				this.retryBudget, this.rateLimit);
	}

	/**
	 * Return these settings with another retry policy.
	 * @param retryPolicy when an attempt is repeated
	 * @return the settings
	 */
	public ApiClientSettings withRetryPolicy(RetryPolicy retryPolicy) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, this.maxResponseSize, retryPolicy,
				this.retryBudget, this.rateLimit);
	}

	/**
	 * Return these settings with another retry budget.
	 * @param retryBudget how many repeats the client affords until calls succeed again
	 * @return the settings
	 */
	public ApiClientSettings withRetryBudget(int retryBudget) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, this.maxResponseSize, this.retryPolicy,
				retryBudget, this.rateLimit);
	}

	/**
	 * Return these settings with another way to keep to the vendor's limit.
	 * @param rateLimit how the client keeps to the vendor's limit
	 * @return the settings
	 */
	public ApiClientSettings withRateLimit(RateLimitSettings rateLimit) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, this.maxResponseSize, this.retryPolicy,
				this.retryBudget, rateLimit);
	}

	/**
	 * Return the total timeout of a creation that looks before and after: ten calls in a
	 * row.
	 * @return the time, longer than the response timeout
	 */
	public Duration creationTimeout() {
		Duration timeout = this.callTimeout.multipliedBy(10);
		return (timeout.compareTo(this.responseTimeout) > 0) ? timeout : this.responseTimeout.multipliedBy(2);
	}

}
