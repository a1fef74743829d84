// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Properties of the monitor of signing certificates.
 */
@ConfigurationProperties("sso-connections.certificates.monitor")
public class CertificateMonitorProperties {

	/**
	 * Whether the certificates of all connections are refreshed periodically.
	 */
	private boolean enabled;

	/**
	 * Interval between refreshes of all connections, with a jitter of a tenth. 1s to 7d.
	 */
	private Duration interval = Duration.ofHours(1);

	/**
	 * Maximum delay of the first refresh after the start. The delay is random. 0s to 1d.
	 */
	private Duration initialDelay = Duration.ofSeconds(30);

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Duration getInterval() {
		return this.interval;
	}

	public void setInterval(Duration interval) {
		Assert.isTrue(interval.compareTo(Duration.ofSeconds(1)) >= 0 && interval.compareTo(Duration.ofDays(7)) <= 0,
				"must be between 1s and 7d");
		this.interval = interval;
	}

	public Duration getInitialDelay() {
		return this.initialDelay;
	}

	public void setInitialDelay(Duration initialDelay) {
		Assert.isTrue(!initialDelay.isNegative() && initialDelay.compareTo(Duration.ofDays(1)) <= 0,
				"must be between 0s and 1d");
		this.initialDelay = initialDelay;
	}

}
