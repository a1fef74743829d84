// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;

import io.github.ssoconnections.lint.CertificateLint;

import org.springframework.util.Assert;

/**
 * Settings of a {@link CertificateMonitor}.
 *
 * @param interval the time from the end of a refresh to the next refresh, with a jitter
 * of 10%
 * @param initialDelay the maximum time from the start to the first refresh, which is
 * random
 * @param thresholds the thresholds of expiry
 */
public record CertificateMonitorSettings(Duration interval, Duration initialDelay,
		CertificateLint.Thresholds thresholds) {

	public CertificateMonitorSettings {
		Assert.isTrue(interval.toMillis() > 0, "'interval' must be at least 1ms");
		Assert.isTrue(!initialDelay.isNegative(), "'initialDelay' must not be negative");
		Assert.notNull(thresholds, "'thresholds' must not be null");
	}

	/**
	 * Return the defaults.
	 * @return a refresh every hour, the first refresh within 30 seconds
	 */
	public static CertificateMonitorSettings defaults() {
		return new CertificateMonitorSettings(Duration.ofHours(1), Duration.ofSeconds(30),
				CertificateLint.Thresholds.DEFAULT);
	}

}
