// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Properties that the health of the accounts at all vendors has.
 */
public abstract class VendorHealthProperties {

	/**
	 * How long the result of a check holds: the vendor gets at most one request in this
	 * time, however often health is asked for.
	 */
	private Duration timeToLive = Duration.ofSeconds(30);

	/**
	 * Time that a check may take.
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
