// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.client.ApiClient;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of the clients, in
 * addition to the observation of operations.
 */
@AutoConfiguration(after = { Auth0AutoConfiguration.class, ClerkAutoConfiguration.class })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(ApiClient.Instruments.class)
public final class ConnectionMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ConnectionMeters ssoConnectionsMeters(ListableBeanFactory beanFactory) {
		return new ConnectionMeters(beanFactory);
	}

}
