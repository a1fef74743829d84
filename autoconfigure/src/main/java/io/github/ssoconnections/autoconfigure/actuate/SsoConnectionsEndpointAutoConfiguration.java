// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.time.Duration;

import io.github.ssoconnections.autoconfigure.CertificateProperties;
import io.github.ssoconnections.autoconfigure.ConnectionCatalogs;
import io.github.ssoconnections.autoconfigure.ConnectionIndexAutoConfiguration;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint;
import io.github.ssoconnections.index.ConnectionIndex;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the
 * {@link SsoConnectionsEndpoint}.
 */
@AutoConfiguration(after = ConnectionIndexAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(SsoConnectionsEndpoint.class)
@ConditionalOnBean(ConnectionCatalogs.class)
@EnableConfigurationProperties(CertificateProperties.class)
public final class SsoConnectionsEndpointAutoConfiguration {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	@Bean
	@ConditionalOnMissingBean
	SsoConnectionsEndpoint ssoConnectionsEndpoint(ConnectionCatalogs catalogs, ObjectProvider<ConnectionIndex> index,
			CertificateProperties certificates) {
		return new SsoConnectionsEndpoint(catalogs.all(), index::getIfUnique, TIMEOUT, certificates.toThresholds());
	}

}
