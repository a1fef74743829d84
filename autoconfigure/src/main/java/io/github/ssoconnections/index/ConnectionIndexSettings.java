// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.account.Account;

import org.springframework.util.Assert;

/**
 * Settings of a {@link RefreshedConnectionIndex}.
 *
 * @param interval the time from the end of a refresh to the next refresh, with a jitter
 * of 10%; at least as long as the last refresh took
 * @param initialDelay the maximum time from the start to the first refresh, which is
 * random
 * @param maxConnections the maximum number of connections of an account
 * @param signInPages accounts that serve one sign-in page, whose connections can conflict
 * with each other; an account that is part of none stands alone
 */
public record ConnectionIndexSettings(Duration interval, Duration initialDelay, int maxConnections,
		List<Set<Account>> signInPages) {

	public ConnectionIndexSettings {
		Assert.isTrue(interval.toMillis() > 0, "'interval' must be at least 1ms");
		Assert.isTrue(!initialDelay.isNegative(), "'initialDelay' must not be negative");
		Assert.isTrue(maxConnections > 0, "'maxConnections' must be positive");
		signInPages = signInPages.stream().<Set<Account>>map(Set::copyOf).toList();
	}

	/**
	 * Return the defaults.
	 * @return a refresh every 5 minutes, the first refresh within 30 seconds, at most
	 * 100,000 connections per account, every account by itself
	 */
	public static ConnectionIndexSettings defaults() {
		return new ConnectionIndexSettings(Duration.ofMinutes(5), Duration.ofSeconds(30), 100_000, List.of());
	}

	/**
	 * Return a copy with another schedule.
	 * @param interval the time from the end of a refresh to the next refresh
	 * @param initialDelay the maximum time from the start to the first refresh
	 * @return the settings
	 */
	public ConnectionIndexSettings withSchedule(Duration interval, Duration initialDelay) {
		return new ConnectionIndexSettings(interval, initialDelay, this.maxConnections, this.signInPages);
	}

	/**
	 * Return a copy with sign-in pages.
	 * @param signInPages the accounts of each sign-in page
	 * @return the settings
	 */
	public ConnectionIndexSettings withSignInPages(Collection<Set<Account>> signInPages) {
		return new ConnectionIndexSettings(this.interval, this.initialDelay, this.maxConnections,
				List.copyOf(signInPages));
	}

}
