// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.fleet.FleetSettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Properties of applications with several instances.
 */
@ConfigurationProperties("sso-connections.fleet")
public class FleetProperties {

	/**
	 * Beginning of the names of the locks, followed by vendor and account. Applications
	 * that use the same locks need different ones. 1 to 16 characters a-z, 0-9 and '-'.
	 */
	private String lockPrefix = "sso-connections";

	/**
	 * Time after which the lock of an instance that has ended without a stop is free. It
	 * is renewed after a third of it. 1s to 1h.
	 */
	private Duration lockAtMostFor = Duration.ofSeconds(60);

	/**
	 * Time for which a PublishedEventStore keeps the key of an event that is published
	 * once, such as the expiry of a certificate. 1d to 3650d.
	 */
	private Duration keepPublished = Duration.ofDays(400);

	public String getLockPrefix() {
		return this.lockPrefix;
	}

	public void setLockPrefix(String lockPrefix) {
		Assert.isTrue(FleetSettings.isLockPrefix(lockPrefix), "must consist of 1 to 16 characters a-z, 0-9 and '-'");
		this.lockPrefix = lockPrefix;
	}

	public Duration getLockAtMostFor() {
		return this.lockAtMostFor;
	}

	public void setLockAtMostFor(Duration lockAtMostFor) {
		Assert.isTrue(lockAtMostFor.compareTo(Duration.ofSeconds(1)) >= 0
				&& lockAtMostFor.compareTo(Duration.ofHours(1)) <= 0, "must be between 1s and 1h");
		this.lockAtMostFor = lockAtMostFor;
	}

	public Duration getKeepPublished() {
		return this.keepPublished;
	}

	public void setKeepPublished(Duration keepPublished) {
		Assert.isTrue(
				keepPublished.compareTo(Duration.ofDays(1)) >= 0 && keepPublished.compareTo(Duration.ofDays(3650)) <= 0,
				"must be between 1d and 3650d");
		this.keepPublished = keepPublished;
	}

	/**
	 * Return the settings.
	 * @return the settings
	 */
	public FleetSettings toSettings() {
		return new FleetSettings(this.lockPrefix, this.lockAtMostFor, this.keepPublished);
	}

}
