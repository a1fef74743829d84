// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.monitor.CertificateMeters;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of a
 * {@link CertificateMonitor}.
 */
@AutoConfiguration(after = CertificateMonitorAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnSingleCandidate(CertificateMonitor.class)
public final class CertificateMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CertificateMeters ssoCertificateMeters(CertificateMonitor monitor) {
		return new CertificateMeters(monitor);
	}

}
