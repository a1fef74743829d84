// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import io.github.ssoconnections.autoconfigure.CertificateMonitorAutoConfiguration;
import io.github.ssoconnections.health.CertificatesHealthIndicator;
import io.github.ssoconnections.monitor.CertificateMonitor;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the signing
 * certificates that a {@link CertificateMonitor} monitors.
 */
@AutoConfiguration(after = CertificateMonitorAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnSingleCandidate(CertificateMonitor.class)
@ConditionalOnEnabledHealthIndicator("sso-certificates")
@EnableConfigurationProperties(CertificateHealthProperties.class)
public final class CertificatesHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "ssoCertificatesHealthIndicator", "ssoCertificatesHealthContributor" })
	CertificatesHealthIndicator ssoCertificatesHealthContributor(CertificateMonitor monitor,
			CertificateHealthProperties properties) {
		return new CertificatesHealthIndicator(monitor, properties.isFailOnExpired());
	}

}
