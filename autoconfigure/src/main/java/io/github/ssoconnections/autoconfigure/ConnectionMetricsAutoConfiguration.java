// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.clerk.ClerkClient;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
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
@ConditionalOnAccount(beans = { ClerkClient.class, Auth0Client.class })
public final class ConnectionMetricsAutoConfiguration {

	@Bean
	@ConditionalOnBean(ClerkClient.class)
	@ConditionalOnMissingBean(name = "clerkConnectionMeters")
	ConnectionMeters<ClerkClient> clerkConnectionMeters(ObjectProvider<ClerkClient> client) {
		return new ConnectionMeters<>("clerk", client, ClerkClient::remainingPermits);
	}

	@Bean
	@ConditionalOnBean(Auth0Client.class)
	@ConditionalOnMissingBean(name = "auth0ConnectionMeters")
	ConnectionMeters<Auth0Client> auth0ConnectionMeters(ObjectProvider<Auth0Client> client) {
		return new ConnectionMeters<>("auth0", client, Auth0Client::remainingPermits);
	}

}
