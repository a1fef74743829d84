// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.CertificateMonitor;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link CertificateMonitor}
 * of the index of connections, if enabled.
 */
@AutoConfiguration(after = ConnectionIndexAutoConfiguration.class)
@ConditionalOnBooleanProperty("sso-connections.certificates.monitor.enabled")
@ConditionalOnSingleCandidate(RefreshedConnectionIndex.class)
@EnableConfigurationProperties(CertificateProperties.class)
public final class CertificateMonitorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CertificateMonitor ssoCertificateMonitor(RefreshedConnectionIndex index, CertificateProperties certificates,
			EventPublications publications) {
		return new CertificateMonitor(index, certificates.toThresholds(), publications);
	}

}
