// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.account.Accounts;
import io.github.ssoconnections.auth0.Auth0ConnectionQuery;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.autoconfigure.Auth0AutoConfiguration;
import io.github.ssoconnections.autoconfigure.Auth0Properties;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ClerkProperties;
import io.github.ssoconnections.autoconfigure.ConditionalOnAccount;
import io.github.ssoconnections.autoconfigure.HealthProperties;
import io.github.ssoconnections.autoconfigure.VendorProperties;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.health.ConnectionsHealthIndicator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the accounts.
 */
@AutoConfiguration(after = { Auth0AutoConfiguration.class, ClerkAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
public final class ConnectionsHealthContributorAutoConfiguration {

	private static <S, A> @Nullable ReactiveHealthContributor contributor(VendorProperties properties,
			ObjectProvider<S> unnamed, ObjectProvider<? extends Accounts<A>> accounts, Function<A, S> service,
			Function<S, Mono<?>> probe) {
		Map<String, ConnectionsHealthIndicator> indicators = new LinkedHashMap<>();
		S unique = unnamed.getIfUnique();
		if (unique != null) {
			indicators.put(Account.DEFAULT, indicator(unique, probe, properties));
		}
		Accounts<A> named = properties.getAccounts().isEmpty() ? null : accounts.getIfUnique();
		if (named != null) {
			properties.getAccounts().forEach((name, account) -> {
				if (named.names().contains(name)) {
					indicators.put(name, indicator(service.apply(named.get(name)), probe, account));
				}
			});
		}
		if (indicators.size() > 1) {
			return CompositeReactiveHealthContributor.fromMap(indicators);
		}
		return indicators.isEmpty() ? null : indicators.values().iterator().next();
	}

	private static <S> ConnectionsHealthIndicator indicator(S service, Function<S, Mono<?>> probe,
			VendorProperties properties) {
		HealthProperties health = properties.getHealth();
		return new ConnectionsHealthIndicator(Mono.defer(() -> probe.apply(service)), health.getTimeToLive(),
				health.getTimeout());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnAccount(beans = EnterpriseConnectionService.class, named = "clerk")
	@ConditionalOnEnabledHealthIndicator("clerk")
	@EnableConfigurationProperties(ClerkProperties.class)
	static class ClerkHealthConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = { "clerkHealthIndicator", "clerkHealthContributor" })
		@Nullable ReactiveHealthContributor clerkHealthContributor(ClerkProperties properties,
				ObjectProvider<EnterpriseConnectionService> service, ObjectProvider<ClerkAccounts> accounts) {
			return contributor(properties, service, accounts, ClerkAccount::enterpriseConnections,
					(connections) -> connections.list(new EnterpriseConnectionQuery().limit(1)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnAccount(beans = Auth0ConnectionService.class, named = "auth0")
	@ConditionalOnEnabledHealthIndicator("auth0")
	@EnableConfigurationProperties(Auth0Properties.class)
	static class Auth0HealthConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = { "auth0HealthIndicator", "auth0HealthContributor" })
		@Nullable ReactiveHealthContributor auth0HealthContributor(Auth0Properties properties,
				ObjectProvider<Auth0ConnectionService> service, ObjectProvider<Auth0Accounts> accounts) {
			return contributor(properties, service, accounts, Auth0Account::connections,
					(connections) -> connections.list(new Auth0ConnectionQuery().take(1)));
		}

	}

}
