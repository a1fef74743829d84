// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.account.Auth0Services;
import io.github.ssoconnections.client.ApiClient;
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
		return AccountBeans.Service.of(Auth0Services.all()).toList();
	}

	@Override
	Auth0Account account(AccountBeans beans) {
		return beans::get;
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

	private static final class BeanAccounts extends AccountRegistry<Auth0Account> implements Auth0Accounts {

		private BeanAccounts(NamedAccounts<?, ?, ?, Auth0Account> configured) {
			super(configured);
		}

		static Auth0Accounts of(NamedAccounts<?, ?, ?, Auth0Account> configured) {
			return new BeanAccounts(configured);
		}

	}

}
