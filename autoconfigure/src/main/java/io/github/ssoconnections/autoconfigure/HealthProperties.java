// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Properties of the health of an account.
 */
public class HealthProperties {

	/**
	 * Time for which the result of a check is cached: the vendor receives at most one
	 * request in this time. 1ms to 1d.
	 */
	private Duration timeToLive = Duration.ofSeconds(30);

	/**
	 * Timeout of a check. 1ms to 1m.
	 */
	private Duration timeout = Duration.ofSeconds(3);

	public Duration getTimeToLive() {
		return this.timeToLive;
	}

	public void setTimeToLive(Duration timeToLive) {
		Assert.isTrue(timeToLive.toMillis() >= 1 && timeToLive.compareTo(Duration.ofDays(1)) <= 0,
				"must be between 1ms and 1d");
		this.timeToLive = timeToLive;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		Assert.isTrue(timeout.toMillis() >= 1 && timeout.compareTo(Duration.ofMinutes(1)) <= 0,
				"must be between 1ms and 1m");
		this.timeout = timeout;
	}

}
