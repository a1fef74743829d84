// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.onboarding.Auth0Onboarding;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.clerk.onboarding.ClerkOnboarding;
import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.metadata.OidcDiscoveryClient;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.OnboardingTools;
import io.github.ssoconnections.onboarding.OnboardingVendor;
import io.github.ssoconnections.onboarding.Onboardings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the onboarding of customers, for
 * every account.
 */
@AutoConfiguration(after = { ConnectionIndexAutoConfiguration.class, HandOverAutoConfiguration.class,
		SamlMetadataAutoConfiguration.class })
@ConditionalOnBean({ ConnectionCatalogs.class, SamlMetadataClient.class, OidcDiscoveryClient.class,
		HandOverSheets.class })
public final class OnboardingAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	Onboardings ssoOnboardings(SamlMetadataClient metadata, OidcDiscoveryClient discovery, HandOverSheets sheets,
			ObjectProvider<ConnectionIndex> index, ObjectProvider<Clock> clock, ApplicationEventPublisher publisher,
			ObjectProvider<ClerkAccounts> clerk, ObjectProvider<Auth0Accounts> auth0,
			ObjectProvider<OnboardingVendor> vendors) {
		OnboardingTools tools = tools(metadata, discovery, sheets, index, clock, publisher);
		List<OnboardingVendor> all = new ArrayList<>(vendors.orderedStream().toList());
		Stream.ofNullable(clerk.getIfUnique())
			.flatMap((accounts) -> accounts.all().stream())
			.map(ClerkOnboarding::new)
			.forEach(all::add);
		Stream.ofNullable(auth0.getIfUnique())
			.flatMap((accounts) -> accounts.all().stream())
			.map(Auth0Onboarding::new)
			.forEach(all::add);
		return new Onboardings(all.stream().map((vendor) -> Onboarding.create(vendor, tools)).toList());
	}

	static OnboardingTools tools(SamlMetadataClient metadata, OidcDiscoveryClient discovery, HandOverSheets sheets,
			ObjectProvider<ConnectionIndex> index, ObjectProvider<Clock> clock, ApplicationEventPublisher publisher) {
		return new OnboardingTools(metadata, discovery, sheets, index::getIfUnique, clock.getIfUnique(Clock::systemUTC),
				publisher::publishEvent);
	}

}
