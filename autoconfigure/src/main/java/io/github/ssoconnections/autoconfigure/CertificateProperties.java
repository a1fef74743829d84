// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.lint.CertificateLint;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Properties of the validity of signing certificates.
 */
@ConfigurationProperties("sso-connections.certificates")
public class CertificateProperties implements InitializingBean {

	/**
	 * Time before the expiry at which certificates are expiring. 0s to 3650d.
	 */
	private Duration warningThreshold = Duration.ofDays(30);

	/**
	 * Time before the expiry at which certificates are critical. Not longer than the
	 * warning threshold. 0s to 3650d.
	 */
	private Duration criticalThreshold = Duration.ofDays(7);

	@Override
	public void afterPropertiesSet() {
		toThresholds();
	}

	public Duration getWarningThreshold() {
		return this.warningThreshold;
	}

	public void setWarningThreshold(Duration warningThreshold) {
		check(warningThreshold);
		this.warningThreshold = warningThreshold;
	}

	public Duration getCriticalThreshold() {
		return this.criticalThreshold;
	}

	public void setCriticalThreshold(Duration criticalThreshold) {
		check(criticalThreshold);
		this.criticalThreshold = criticalThreshold;
	}

	/**
	 * Return the thresholds.
	 * @return the thresholds
	 */
	public CertificateLint.Thresholds toThresholds() {
		if (this.criticalThreshold.compareTo(this.warningThreshold) > 0) {
			throw new InvalidPropertyException("sso-connections.certificates.critical-threshold",
					"sso-connections.certificates.warning-threshold",
					"the former is longer than the latter, so that no certificate would ever be expiring");
		}
		return new CertificateLint.Thresholds(this.warningThreshold, this.criticalThreshold);
	}

	private static void check(Duration threshold) {
		Assert.isTrue(!threshold.isNegative() && threshold.compareTo(Duration.ofDays(3650)) <= 0,
				"must be between 0s and 3650d");
	}

}
