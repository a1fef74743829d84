// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

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
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of Clerk beside the
 * observation of the operations.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(ClerkClient.class)
public final class ClerkMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "clerkConnectionMeters")
	ConnectionMeters<ClerkClient> clerkConnectionMeters(ObjectProvider<ClerkClient> client) {
		return new ConnectionMeters<>("clerk", client, ClerkClient::remainingPermits);
	}

}
