// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Clock;

import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.metadata.OidcDiscoveryClient;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.github.ssoconnections.migration.ConnectionMigrations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for migrations from Auth0 to Clerk,
 * if there are accounts at both.
 */
@AutoConfiguration(after = { ClerkAutoConfiguration.class, Auth0AutoConfiguration.class,
		ConnectionIndexAutoConfiguration.class, HandOverAutoConfiguration.class, SamlMetadataAutoConfiguration.class })
@ConditionalOnBean({ ClerkAccounts.class, Auth0Accounts.class, SamlMetadataClient.class, OidcDiscoveryClient.class,
		HandOverSheets.class })
public final class MigrationAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ConnectionMigrations ssoConnectionMigrations(Auth0Accounts sources, ClerkAccounts targets,
			SamlMetadataClient metadata, OidcDiscoveryClient discovery, HandOverSheets sheets,
			ObjectProvider<ConnectionIndex> index, ObjectProvider<Clock> clock, ApplicationEventPublisher publisher) {
		return new ConnectionMigrations(sources, targets,
				OnboardingAutoConfiguration.tools(metadata, discovery, sheets, index, clock, publisher));
	}

}
