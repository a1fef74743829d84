// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.client.RetryPolicy;

import org.springframework.util.Assert;

/**
 * Properties of the repeats of a client.
 */
public class RetryProperties {

	/**
	 * Number of attempts in all, 1 to repeat nothing.
	 */
	private int maxAttempts = 3;

	/**
	 * Bound of the first pause. Pauses are drawn from zero to a bound that doubles each
	 * time.
	 */
	private Duration initialBackoff = Duration.ofMillis(200);

	/**
	 * Bound that the pauses do not exceed.
	 */
	private Duration maxBackoff = Duration.ofSeconds(2);

	/**
	 * How many repeats the client affords until calls succeed again. A success gives a
	 * tenth of a repeat back.
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
