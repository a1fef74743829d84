// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.monitor.CertificateMonitor;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link CertificateMonitor}
 * of all catalogs, if enabled.
 */
@AutoConfiguration(after = ConnectionCatalogAutoConfiguration.class)
@ConditionalOnBooleanProperty("sso-connections.certificates.monitor.enabled")
@ConditionalOnBean(ConnectionCatalogs.class)
@EnableConfigurationProperties({ CertificateMonitorProperties.class, CertificateProperties.class })
public final class CertificateMonitorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CertificateMonitor ssoCertificateMonitor(ConnectionCatalogs catalogs, CertificateMonitorProperties properties,
			CertificateProperties certificates, ApplicationEventPublisher publisher) {
		return new CertificateMonitor(catalogs.all(), properties.toSettings(certificates), publisher);
	}

}
