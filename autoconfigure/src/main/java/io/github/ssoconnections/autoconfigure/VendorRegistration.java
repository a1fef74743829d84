// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.account.Accounts;
import io.github.ssoconnections.client.ApiClient;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/**
 * Registration of a vendor: what is common to all vendors works on these. A new vendor is
 * added to {@link #all()}.
 *
 * @param <P> the type of the vendor's properties
 * @param <D> the type of the connection details of an account
 * @param <C> the type of the vendor's client, in the package of the vendor
 * @param <A> the type of the services of an account
 */
abstract class VendorRegistration<P extends VendorProperties, D, C, A> {

	private final String name;

	private final Class<D> details;

	private final Class<C> client;

	VendorRegistration(String name, Class<D> details, Class<C> client) {
		this.name = name;
		this.details = details;
		this.client = client;
	}

	/**
	 * Return the registered vendors.
	 * @return the vendors
	 */
	static List<VendorRegistration<?, ?, ?, ?>> all() {
		return List.of(new Auth0Registration(), new ClerkRegistration());
	}

	/**
	 * Return the type of the vendor's properties.
	 * @return the type
	 */
	abstract Class<P> properties();

	/**
	 * Return the type of the registry of accounts.
	 * @return the type
	 */
	abstract Class<? extends Accounts<A>> accounts();

	/**
	 * Return the properties with credentials, any of which activates the vendor.
	 * @return the names of the properties
	 */
	abstract List<String> credentials();

	/**
	 * Return the properties that a named account does not inherit: credentials and
	 * addresses.
	 * @return the names of the properties
	 */
	abstract List<String> notInherited();

	/**
	 * Return the description of the failure that no account is configured.
	 * @return the end of a sentence
	 */
	abstract String missing();

	/**
	 * Return the action of the failure that no account is configured.
	 * @return the action
	 */
	abstract String remedy();

	/**
	 * Return the properties with secrets.
	 * @return the names of the properties
	 */
	abstract List<String> secretProperties();

	/**
	 * Return the secrets of an account.
	 * @param details the connection details of the account
	 * @return the secrets
	 */
	abstract Stream<@Nullable String> secrets(D details);

	/**
	 * Return what the vendor counts requests by: accounts with equal ones share a limit.
	 * @param details the connection details of an account
	 * @return an object that is compared, and never shown
	 */
	abstract Object limitedBy(D details);

	/**
	 * Return the name of the account of connection details.
	 * @param details the connection details
	 * @return the name
	 */
	abstract String account(D details);

	/**
	 * Create connection details from properties.
	 * @param properties the properties of the account
	 * @param account the name of the account
	 * @return the connection details
	 */
	abstract D details(P properties, String account);

	/**
	 * Create the client of an account.
	 * @param account the account
	 * @param properties the properties of the account
	 * @param details the connection details of the account
	 * @param clients creates builders and settings
	 * @param instruments the observability hooks
	 * @return the client
	 */
	abstract C client(Account account, P properties, D details, VendorClients clients,
			ApiClient.Instruments instruments);

	/**
	 * Return the services of an account, each after those that it requires.
	 * @return the services
	 */
	abstract List<AccountBeans.Service<?>> services();

	/**
	 * Return the types of the services, and of the client.
	 * @return the types
	 */
	Set<Class<?>> serviceTypes() {
		Set<Class<?>> types = new HashSet<>(Set.of(client()));
		services().forEach((service) -> types.add(service.type()));
		return types;
	}

	/**
	 * Return the beans of an account as the type that the registry returns.
	 * @param beans the beans
	 * @return the services of the account
	 */
	abstract A account(AccountBeans beans);

	/**
	 * Return the remaining rate limit permits of a client.
	 * @param client the client
	 * @return the permits, {@code NaN} if unknown
	 */
	abstract double remainingPermits(C client);

	/**
	 * Return the types of requests and responses.
	 * @return the types
	 */
	abstract List<Class<?>> types();

	final String name() {
		return this.name;
	}

	final Class<D> details() {
		return this.details;
	}

	final Class<C> client() {
		return this.client;
	}

	final String prefix() {
		return "sso-connections." + this.name;
	}

	/**
	 * Return the prefix of the properties of an account.
	 * @param account the name of the account
	 * @return the prefix
	 */
	final String prefix(String account) {
		return account.equals(Account.DEFAULT) ? prefix() : prefix() + ".accounts." + account;
	}

	/**
	 * Return the properties with the credentials of an account.
	 * @param account the name of the account
	 * @return the names of the properties
	 */
	final List<String> credentials(String account) {
		return ofAccount(account, credentials());
	}

	/**
	 * Return the properties with secrets of an account.
	 * @param account the name of the account
	 * @return the names of the properties
	 */
	final List<String> secretProperties(String account) {
		return ofAccount(account, secretProperties());
	}

	private List<String> ofAccount(String account, List<String> properties) {
		return properties.stream()
			.filter((property) -> property.startsWith(prefix()))
			.map((property) -> prefix(account) + property.substring(prefix().length()))
			.toList();
	}

	/**
	 * Return the properties of a named account, with those of the vendor as defaults.
	 * @param properties the properties of the vendor
	 * @param account the name of the account
	 * @return the properties of the account
	 */
	final P properties(P properties, String account) {
		return properties().cast(Objects.requireNonNull(properties.getAccounts().get(account)));
	}

	/**
	 * Return the connection details of the account without a name: those of a bean, or of
	 * the properties if the only beans are of named accounts.
	 * @param beans the beans with connection details
	 * @param properties the properties
	 * @param environment the environment
	 * @return the connection details
	 */
	final D unnamedDetails(ObjectProvider<D> beans, P properties, Environment environment) {
		List<D> all = beans.stream().toList();
		List<D> unnamed = all.stream().filter((details) -> account(details).equals(Account.DEFAULT)).toList();
		if (unnamed.isEmpty() && !all.isEmpty()) {
			if (OnAccountCondition.withText(environment, credentials()).isEmpty()) {
				throw new InvalidPropertyException(prefix() + ".accounts",
						"the only connection details are beans of the accounts "
								+ all.stream().map(this::account).toList()
								+ ": it must have these names, and the beans '@Bean(defaultCandidate = false)'");
			}
			return details(properties, Account.DEFAULT);
		}
		return (unnamed.size() == 1) ? unnamed.get(0) : beans.getObject();
	}

	final Stream<String> secrets(ListableBeanFactory beanFactory) {
		return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, this.details))
			.map((bean) -> beanFactory.getBean(bean, this.details))
			.flatMap(this::secrets)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull);
	}

	final double remainingPermits(ListableBeanFactory beanFactory, String account) {
		C client = AccountBeans.ofAccount(beanFactory, this.client, account);
		return (client != null) ? remainingPermits(client) : Double.NaN;
	}

	/**
	 * Return the names of the accounts with a client. No bean is created.
	 * @param beanFactory the bean factory
	 * @return the names
	 */
	final Set<String> accountNames(ListableBeanFactory beanFactory) {
		return AccountBeans.accountNames(beanFactory, this.client);
	}

	/**
	 * Return the clients of all accounts.
	 * @param beanFactory the bean factory
	 * @return the clients by name of the account
	 */
	final Map<String, C> clients(ListableBeanFactory beanFactory) {
		return AccountBeans.ofAllAccounts(beanFactory, this.client);
	}

}
