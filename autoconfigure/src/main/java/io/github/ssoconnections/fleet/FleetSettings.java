// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Settings of {@link EventPublications}.
 *
 * @param lockPrefix the beginning of the names of the locks, 1 to 16 characters a-z, 0-9
 * and '-'. Applications that use the same locks need different ones
 * @param lockAtMostFor the time for which a lock is held unless it is renewed, which it
 * is after a third of it, 1s to 1h. An instance makes its first attempt two fifths of it
 * after its start. Another instance takes over within four thirds of it after the holder
 * has ended without a stop
 * @param keepPublished the time for which a {@link PublishedEventStore} keeps the key of
 * an event that is published once, such as the expiry of a certificate
 */
public record FleetSettings(String lockPrefix, Duration lockAtMostFor, Duration keepPublished) {

	private static final Pattern PREFIX = Pattern.compile("[a-z0-9-]{1,16}");

	/** No refresh takes longer, nor the interval after one that does. */
	private static final Duration LONGEST_REFRESH = Duration.ofMinutes(30);

	public FleetSettings {
		Assert.isTrue(isLockPrefix(lockPrefix), "'lockPrefix' must consist of 1 to 16 characters a-z, 0-9 and '-'");
		Assert.isTrue(
				lockAtMostFor.compareTo(Duration.ofSeconds(1)) >= 0
						&& lockAtMostFor.compareTo(Duration.ofHours(1)) <= 0,
				"'lockAtMostFor' must be between 1s and 1h");
		Assert.isTrue(keepPublished.compareTo(Duration.ofDays(1)) >= 0, "'keepPublished' must be at least 1d");
	}

	/**
	 * Return the defaults.
	 * @return locks named {@code sso-connections-…} for 60 seconds, and keys for 400 days
	 */
	public static FleetSettings defaults() {
		return new FleetSettings("sso-connections", Duration.ofSeconds(60), Duration.ofDays(400));
	}

	/**
	 * Return whether a text can be the beginning of the names of locks.
	 * @param prefix the text
	 * @return whether it consists of 1 to 16 characters a-z, 0-9 and '-'
	 */
	public static boolean isLockPrefix(String prefix) {
		return prefix != null && PREFIX.matcher(prefix).matches();
	}

	/**
	 * Return the time from the start of an instance to its first attempt to acquire the
	 * lock. Any running instance makes an attempt within a third of the time for which
	 * the lock is held, so that one of those that may have found events acquires a lock
	 * that was released before this start.
	 */
	Duration firstAttempt() {
		return this.lockAtMostFor.multipliedBy(2).dividedBy(5);
	}

	/**
	 * Return for how long an instance that does not hold the lock keeps an event. The
	 * holder finds it too at its next refresh, which may fail once, or ends before, and
	 * its lock afterwards.
	 * @param interval the interval between refreshes, to which a tenth of jitter is added
	 */
	Duration retention(Duration interval) {
		Duration longest = (interval.compareTo(LONGEST_REFRESH) > 0) ? interval : LONGEST_REFRESH;
		Duration refresh = longest.multipliedBy(11).dividedBy(10).plus(LONGEST_REFRESH);
		return refresh.multipliedBy(2).plus(this.lockAtMostFor.multipliedBy(4).dividedBy(3));
	}

}
