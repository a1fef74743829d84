// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.auth0.Auth0Client;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of Auth0 beside the
 * observation of the operations.
 */
@AutoConfiguration(after = Auth0AutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(Auth0Client.class)
public final class Auth0MetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "auth0ConnectionMeters")
	ConnectionMeters<Auth0Client> auth0ConnectionMeters(ObjectProvider<Auth0Client> client) {
		return new ConnectionMeters<>("auth0", client, Auth0Client::remainingPermits);
	}

}
