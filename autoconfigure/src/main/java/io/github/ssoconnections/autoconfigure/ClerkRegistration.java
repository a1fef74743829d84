// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.clerk.account.ClerkServices;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookSettings;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookStore;
import io.github.ssoconnections.clerk.webhook.ClerkWebhooks;
import io.github.ssoconnections.client.ApiClient;
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
		return Stream
			.concat(AccountBeans.Service.of(ClerkServices.all()), Stream
				.of(new AccountBeans.Service<>(ClerkWebhooks.class, this::webhooks, OnWebhookSecretsCondition::isMet)))
			.toList();
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
		return beans::get;
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

	private static final class BeanAccounts extends AccountRegistry<ClerkAccount> implements ClerkAccounts {

		private BeanAccounts(NamedAccounts<?, ?, ?, ClerkAccount> configured) {
			super(configured);
		}

		static ClerkAccounts of(NamedAccounts<?, ?, ?, ClerkAccount> configured) {
			return new BeanAccounts(configured);
		}

	}

}
