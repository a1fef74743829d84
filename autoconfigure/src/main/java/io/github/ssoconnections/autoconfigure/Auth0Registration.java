// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionCatalog;
import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0SecretExpiries;
import io.github.ssoconnections.auth0.Auth0ServiceProvider;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.TxtRecords;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;

/**
 * Registration of Auth0.
 */
final class Auth0Registration
		extends VendorRegistration<Auth0Properties, Auth0ConnectionDetails, Auth0Client, Auth0Account> {

	Auth0Registration() {
		super("auth0", Auth0ConnectionDetails.class, Auth0Client.class);
	}

	@Override
	Class<Auth0Properties> properties() {
		return Auth0Properties.class;
	}

	@Override
	Class<Auth0Accounts> accounts() {
		return Auth0Accounts.class;
	}

	@Override
	List<String> credentials() {
		return List.of(Auth0AutoConfiguration.TOKEN, Auth0AutoConfiguration.CLIENT_ID,
				Auth0AutoConfiguration.CLIENT_SECRET);
	}

	@Override
	List<String> notInherited() {
		return List.of(Auth0AutoConfiguration.TOKEN, Auth0AutoConfiguration.CLIENT_ID,
				Auth0AutoConfiguration.CLIENT_SECRET, "sso-connections.auth0.domain", "sso-connections.auth0.base-url",
				"sso-connections.auth0.audience", "sso-connections.auth0.tenant");
	}

	@Override
	String missing() {
		return "no tenant at Auth0 is configured: the properties 'sso-connections.auth0.token' and "
				+ "'sso-connections.auth0.client-id' are not set, or blank.";
	}

	@Override
	String remedy() {
		return "Set the property 'sso-connections.auth0.domain' to the domain of your tenant, and the properties "
				+ "'sso-connections.auth0.client-id' and 'sso-connections.auth0.client-secret' to those of an "
				+ "application that may use the Management API; or define an Auth0ConnectionDetails bean.";
	}

	@Override
	List<String> secretProperties() {
		return List.of(Auth0AutoConfiguration.CLIENT_SECRET, Auth0AutoConfiguration.TOKEN);
	}

	@Override
	Stream<@Nullable String> secrets(Auth0ConnectionDetails details) {
		return Stream.of(details.getToken(), details.getClientSecret());
	}

	// Auth0 counts by tenant, whatever the credentials
	@Override
	Object limitedBy(Auth0ConnectionDetails details) {
		return details.getBaseUrl();
	}

	@Override
	String account(Auth0ConnectionDetails details) {
		return details.account();
	}

	@Override
	Auth0ConnectionDetails details(Auth0Properties properties, String account) {
		return Auth0Credentials.of(properties, prefix(account)).withAccount(account);
	}

	@Override
	Auth0Client client(Account account, Auth0Properties properties, Auth0ConnectionDetails details,
			VendorClients clients, ApiClient.Instruments instruments) {
		return Auth0Client.create(
				clients.builder(account, properties), details, new Auth0Settings(properties.getPageSize(),
						properties.getEarlyAccess().isOrganizationConnections(), clients.settings(account, properties)),
				instruments);
	}

	@Override
	List<AccountBeans.Service<?>> services() {
		return List.of(
				new AccountBeans.Service<>(Auth0ConnectionService.class,
						(beans) -> Auth0ConnectionService.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionCreation.class,
						(beans) -> Auth0ConnectionCreation.create(beans.get(Auth0ConnectionService.class),
								beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionCertificates.class,
						(beans) -> Auth0ConnectionCertificates.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ServiceProvider.class,
						(beans) -> Auth0ServiceProvider.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionClients.class,
						(beans) -> Auth0ConnectionClients.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionKeys.class,
						(beans) -> Auth0ConnectionKeys.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0SecretExpiries.class,
						(beans) -> Auth0SecretExpiries.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ScimConfigurations.class,
						(beans) -> Auth0ScimConfigurations.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0DirectoryProvisionings.class,
						(beans) -> Auth0DirectoryProvisionings.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0Organizations.class,
						(beans) -> Auth0Organizations.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0OrganizationConnections.class,
						(beans) -> Auth0OrganizationConnections.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0SelfServiceProfiles.class,
						(beans) -> Auth0SelfServiceProfiles.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0SelfServiceTickets.class,
						(beans) -> Auth0SelfServiceTickets.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0SignInFailures.class,
						(beans) -> Auth0SignInFailures.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0DiscoveryDomains.class,
						(beans) -> Auth0DiscoveryDomains.create(beans.get(Auth0Client.class),
								() -> beans.shared(PublicDomains.class, PublicDomains::defaults),
								beans.shared(TxtRecords.class, TxtRecords::ofDns))),
				new AccountBeans.Service<>(Auth0Applications.class,
						(beans) -> Auth0Applications.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0Readiness.class,
						(beans) -> Auth0Readiness.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0UserConnections.class,
						(beans) -> Auth0UserConnections.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionActivation.class,
						(beans) -> Auth0ConnectionActivation.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionCatalog.class, (beans) -> Auth0ConnectionCatalog
					.create(beans.get(Auth0Client.class).account().name(), beans.get(Auth0ConnectionService.class))));
	}

	@Override
	Auth0Account account(AccountBeans beans) {
		return BeanAccount.of(beans);
	}

	static Auth0Accounts accounts(NamedAccounts<?, ?, ?, Auth0Account> configured) {
		return BeanAccounts.of(configured);
	}

	@Override
	double remainingPermits(Auth0Client client) {
		return client.remainingPermits();
	}

	@Override
	List<Class<?>> types() {
		return Auth0Types.ALL;
	}

	/**
	 * Account whose services are beans.
	 *
	 * @param beans the beans of the account
	 */
	private record BeanAccount(AccountBeans beans) implements Auth0Account {

		static Auth0Account of(AccountBeans beans) {
			return new BeanAccount(beans);
		}

		@Override
		public <T> T service(Class<T> type) {
			return this.beans.get(type);
		}

	}

	private static final class BeanAccounts extends AccountRegistry<Auth0Account> implements Auth0Accounts {

		private BeanAccounts(NamedAccounts<?, ?, ?, Auth0Account> configured) {
			super(configured);
		}

		static Auth0Accounts of(NamedAccounts<?, ?, ?, Auth0Account> configured) {
			return new BeanAccounts(configured);
		}

	}

}
