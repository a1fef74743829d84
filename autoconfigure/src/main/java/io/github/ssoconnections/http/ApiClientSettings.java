// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

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
 */
public record ApiClientSettings(Duration responseTimeout, Duration callTimeout, DataSize maxResponseSize,
		RetryPolicy retryPolicy) {

	private static final ApiClientSettings DEFAULTS = new ApiClientSettings(Duration.ofSeconds(10),
			Duration.ofSeconds(30), DataSize.ofMegabytes(16), RetryPolicy.defaults());

	public ApiClientSettings {
		checkPositive("responseTimeout", responseTimeout);
		checkPositive("callTimeout", callTimeout);
		Assert.isTrue(maxResponseSize.toBytes() > 0 && maxResponseSize.toBytes() <= Integer.MAX_VALUE,
				"'maxResponseSize' must be at least 1 byte and less than 2 GB");
	}

	private static void checkPositive(String name, Duration value) {
		Assert.isTrue(value.compareTo(Duration.ofMillis(1)) >= 0 && value.compareTo(Duration.ofDays(1)) <= 0,
				() -> "'" + name + "' must be between 1 ms and 1 day");
	}

	/**
	 * Return the default bounds: 10 s an attempt, 30 s a call, 16 MB a body, 3 attempts.
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
		return new ApiClientSettings(responseTimeout, callTimeout, this.maxResponseSize, this.retryPolicy);
	}

	/**
	 * Return these settings with another bound on bodies.
	 * @param maxResponseSize the largest body of an answer, decompressed
	 * @return the settings
	 */
	public ApiClientSettings withMaxResponseSize(DataSize maxResponseSize) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, maxResponseSize, this.retryPolicy);
	}

	/**
	 * Return these settings with another retry policy.
	 * @param retryPolicy when an attempt is repeated
	 * @return the settings
	 */
	public ApiClientSettings withRetryPolicy(RetryPolicy retryPolicy) {
		return new ApiClientSettings(this.responseTimeout, this.callTimeout, this.maxResponseSize, retryPolicy);
	}

}
