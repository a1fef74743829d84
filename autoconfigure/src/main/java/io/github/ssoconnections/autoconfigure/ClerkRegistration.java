// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSecretExpiries;
import io.github.ssoconnections.clerk.ClerkSecretExpiryStore;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionIds;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCertificates;
import io.github.ssoconnections.clerk.SamlConnectionCreation;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationCreation;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.organization.ClerkReviewedActivation;
import io.github.ssoconnections.clerk.user.ClerkUserConnections;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookSettings;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookStore;
import io.github.ssoconnections.clerk.webhook.ClerkWebhooks;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Registration of Clerk.
 */
@SuppressWarnings("deprecation")
final class ClerkRegistration
		extends VendorRegistration<ClerkProperties, ClerkConnectionDetails, ClerkClient, ClerkAccount> {

	private static final String WEBHOOK_SECRETS = "sso-connections.clerk." + ClerkWebhookProperties.SECRETS;

	ClerkRegistration() {
		super("clerk", ClerkConnectionDetails.class, ClerkClient.class);
	}

	@Override
	Class<ClerkProperties> properties() {
		return ClerkProperties.class;
	}

	@Override
	Class<ClerkAccounts> accounts() {
		return ClerkAccounts.class;
	}

	@Override
	List<String> credentials() {
		return List.of(ClerkAutoConfiguration.API_KEY);
	}

	@Override
	List<String> notInherited() {
		return List.of(ClerkAutoConfiguration.API_KEY, "sso-connections.clerk.base-url", WEBHOOK_SECRETS);
	}

	@Override
	String missing() {
		return "no key of an account at Clerk is configured: the property 'sso-connections.clerk.api-key' is not set, "
				+ "or blank.";
	}

	@Override
	String remedy() {
		return "Set the property 'sso-connections.clerk.api-key' to the secret key of your instance (sk_live_… or "
				+ "sk_test_…), or define a ClerkConnectionDetails bean.";
	}

	@Override
	List<String> secretProperties() {
		return Stream
			.concat(Stream.of(ClerkAutoConfiguration.API_KEY, "clerk-secret-key", WEBHOOK_SECRETS),
					IntStream.range(0, ClerkWebhookSettings.MAX_SECRETS)
						.mapToObj((i) -> WEBHOOK_SECRETS + "[" + i + "]"))
			.toList();
	}

	@Override
	Stream<@Nullable String> secrets(ClerkConnectionDetails details) {
		return Stream.of(details.getApiKey());
	}

	@Override
	Object limitedBy(ClerkConnectionDetails details) {
		return details.getApiKey();
	}

	@Override
	String account(ClerkConnectionDetails details) {
		return details.account();
	}

	@Override
	ClerkConnectionDetails details(ClerkProperties properties, String account) {
		return properties.toConnectionDetails(prefix(account)).withAccount(account);
	}

	@Override
	ClerkClient client(Account account, ClerkProperties properties, ClerkConnectionDetails details,
			VendorClients clients, ApiClient.Instruments instruments) {
		if (properties.getWebhooks().isConfigured()) {
			// An invalid secret fails the start
			properties.getWebhooks().toSettings(account.propertyPrefix());
		}
		return ClerkClient.create(clients.builder(account, properties), details,
				properties.toSettings(clients.settings(account, properties)), instruments);
	}

	@Override
	List<AccountBeans.Service<?>> services() {
		return List.of(
				new AccountBeans.Service<>(EnterpriseConnectionService.class,
						(beans) -> EnterpriseConnectionService.create(beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(SamlConnectionService.class,
						(beans) -> SamlConnectionService.create(beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(EnterpriseConnectionIds.class,
						(beans) -> EnterpriseConnectionIds.create(beans.get(EnterpriseConnectionService.class),
								beans.get(SamlConnectionService.class), beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(EnterpriseConnectionCreation.class,
						(beans) -> EnterpriseConnectionCreation.create(beans.get(EnterpriseConnectionService.class),
								beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(SamlConnectionCreation.class,
						(beans) -> SamlConnectionCreation.create(beans.get(SamlConnectionService.class),
								beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(EnterpriseConnectionCertificates.class,
						(beans) -> EnterpriseConnectionCertificates.create(beans.get(EnterpriseConnectionService.class),
								beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(SamlConnectionCertificates.class,
						(beans) -> SamlConnectionCertificates.create(beans.get(SamlConnectionService.class),
								beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(EnterpriseConnectionActivation.class,
						(beans) -> EnterpriseConnectionActivation.create(beans.get(EnterpriseConnectionService.class),
								beans.get(ClerkClient.class),
								beans.get(ClerkOrganizationDomains.class)::listVerifiedNames)),
				new AccountBeans.Service<>(ClerkSecretExpiries.class,
						(beans) -> ClerkSecretExpiries.create(beans.get(EnterpriseConnectionService.class),
								beans.get(ClerkClient.class),
								beans.provider(ClerkSecretExpiryStore.class).getIfAvailable())),
				new AccountBeans.Service<>(ClerkConnectionCatalog.class,
						(beans) -> ClerkConnectionCatalog.create(beans.get(ClerkClient.class).account().name(),
								beans.get(EnterpriseConnectionService.class), beans.get(SamlConnectionService.class),
								beans.provider(ClerkSecretExpiryStore.class).getIfAvailable())),
				new AccountBeans.Service<>(ClerkOrganizations.class,
						(beans) -> ClerkOrganizations.create(beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(ClerkOrganizationCreation.class,
						(beans) -> ClerkOrganizationCreation.create(beans.get(ClerkOrganizations.class),
								beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(ClerkOrganizationDomains.class,
						(beans) -> ClerkOrganizationDomains.create(beans.get(ClerkClient.class),
								() -> beans.shared(PublicDomains.class, PublicDomains::defaults))),
				new AccountBeans.Service<>(ClerkDirectories.class,
						(beans) -> ClerkDirectories.create(beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(ClerkUserConnections.class,
						(beans) -> ClerkUserConnections.create(beans.get(ClerkClient.class))),
				new AccountBeans.Service<>(ClerkReviewedActivation.class,
						(beans) -> ClerkReviewedActivation.create(beans.get(ClerkClient.class),
								beans.get(EnterpriseConnectionService.class),
								beans.get(EnterpriseConnectionActivation.class),
								beans.get(ClerkOrganizationDomains.class))),
				new AccountBeans.Service<>(ClerkWebhooks.class, this::webhooks, OnWebhookSecretsCondition::isMet));
	}

	private ClerkWebhooks webhooks(AccountBeans beans) {
		Account account = beans.get(ClerkClient.class).account();
		ClerkProperties properties = properties(beans.provider(ClerkProperties.class).getObject(), account.name());
		return webhooks(properties, account.propertyPrefix(), beans.provider(ClerkWebhookStore.class),
				beans.provider(Clock.class));
	}

	static ClerkWebhooks webhooks(ClerkProperties properties, String prefix, ObjectProvider<ClerkWebhookStore> store,
			ObjectProvider<Clock> clock) {
		return ClerkWebhooks.create(properties.getWebhooks().toSettings(prefix), store.getIfAvailable(),
				clock.getIfUnique(Clock::systemUTC));
	}

	@Override
	ClerkAccount account(AccountBeans beans) {
		return BeanAccount.of(beans);
	}

	static ClerkAccounts accounts(NamedAccounts<?, ?, ?, ClerkAccount> configured) {
		return BeanAccounts.of(configured);
	}

	@Override
	double remainingPermits(ClerkClient client) {
		return client.remainingPermits();
	}

	@Override
	List<Class<?>> types() {
		return ClerkTypes.ALL;
	}

	/**
	 * Account whose services are beans.
	 *
	 * @param beans the beans of the account
	 */
	private record BeanAccount(AccountBeans beans) implements ClerkAccount {

		static ClerkAccount of(AccountBeans beans) {
			return new BeanAccount(beans);
		}

		@Override
		public <T> T service(Class<T> type) {
			return this.beans.get(type);
		}

	}

	private static final class BeanAccounts extends AccountRegistry<ClerkAccount> implements ClerkAccounts {

		private BeanAccounts(NamedAccounts<?, ?, ?, ClerkAccount> configured) {
			super(configured);
		}

		static ClerkAccounts of(NamedAccounts<?, ?, ?, ClerkAccount> configured) {
			return new BeanAccounts(configured);
		}

	}

}
