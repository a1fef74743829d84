// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Duration;

import io.github.ssoconnections.Assert;

/**
 * Options of applying a plan.
 *
 * @param holder who applies it, for those who wait for the lock, such as
 * {@code nightly job on host-1}
 * @param lockTimeout how long to wait for the lock of the account
 * @param maxAge how old the plan may be
 */
public record ApplyOptions(String holder, Duration lockTimeout, Duration maxAge) {

	/** A wait of 10 seconds, and plans of up to an hour. */
	public static final ApplyOptions DEFAULT = new ApplyOptions("process " + ProcessHandle.current().pid(),
			Duration.ofSeconds(10), Duration.ofHours(1));

	public ApplyOptions {
		Assert.hasText(holder, "'holder' must not be empty");
		Assert.isTrue(!lockTimeout.isNegative(), "'lockTimeout' must not be negative");
		Assert.isTrue(!maxAge.isNegative(), "'maxAge' must not be negative");
	}

	/**
	 * Return a copy with another holder.
	 * @param holder who applies the plan
	 * @return the options
	 */
	public ApplyOptions withHolder(String holder) {
		return new ApplyOptions(holder, this.lockTimeout, this.maxAge);
	}

	/**
	 * Return a copy with another wait.
	 * @param lockTimeout how long to wait for the lock of the account
	 * @return the options
	 */
	public ApplyOptions withLockTimeout(Duration lockTimeout) {
		return new ApplyOptions(this.holder, lockTimeout, this.maxAge);
	}

	/**
	 * Return a copy with another maximum age.
	 * @param maxAge how old the plan may be
	 * @return the options
	 */
	public ApplyOptions withMaxAge(Duration maxAge) {
		return new ApplyOptions(this.holder, this.lockTimeout, maxAge);
	}

}
