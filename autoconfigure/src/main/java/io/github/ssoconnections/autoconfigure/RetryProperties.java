// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.client.RetryPolicy;

import org.springframework.util.Assert;

/**
 * Properties of the retries of an account.
 */
public class RetryProperties {

	/**
	 * Maximum number of attempts, 1 for no retries.
	 */
	private int maxAttempts = 3;

	/**
	 * Maximum of the first backoff. A backoff is drawn from zero to a maximum that
	 * doubles with each retry. 0s or more.
	 */
	private Duration initialBackoff = Duration.ofMillis(200);

	/**
	 * Maximum backoff. 0s or more.
	 */
	private Duration maxBackoff = Duration.ofSeconds(2);

	/**
	 * Size of the retry token bucket, in retries. A successful call returns a tenth of a
	 * retry.
	 */
	private int budget = 30;

	public int getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(int maxAttempts) {
		Assert.isTrue(maxAttempts >= 1, "must be at least 1");
		this.maxAttempts = maxAttempts;
	}

	public Duration getInitialBackoff() {
		return this.initialBackoff;
	}

	public void setInitialBackoff(Duration initialBackoff) {
		Assert.isTrue(!initialBackoff.isNegative(), "must not be negative");
		this.initialBackoff = initialBackoff;
	}

	public Duration getMaxBackoff() {
		return this.maxBackoff;
	}

	public void setMaxBackoff(Duration maxBackoff) {
		Assert.isTrue(!maxBackoff.isNegative(), "must not be negative");
		this.maxBackoff = maxBackoff;
	}

	public int getBudget() {
		return this.budget;
	}

	public void setBudget(int budget) {
		Assert.isTrue(budget >= 0 && budget <= 1_000_000, "must be between 0 and 1000000");
		this.budget = budget;
	}

	RetryPolicy toPolicy(String prefix) {
		RequiredProperty.notLonger(prefix + ".initial-backoff", this.initialBackoff, prefix + ".max-backoff",
				this.maxBackoff);
		return RetryPolicy.jittered(this.maxAttempts, this.initialBackoff, this.maxBackoff);
	}

}
