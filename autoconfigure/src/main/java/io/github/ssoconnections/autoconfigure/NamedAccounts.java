// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.account.NoSuchAccountException;
import io.github.ssoconnections.client.ApiClient;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * The named accounts of a vendor, and their beans: each has the name of the account as
 * qualifier and is no default candidate, so that conditions and unqualified injection see
 * the beans of the account without a name only.
 *
 * @param <P> the type of the vendor's properties
 * @param <D> the type of the connection details of an account
 * @param <C> the type of the vendor's client
 * @param <A> the type of the services of an account
 */
final class NamedAccounts<P extends VendorProperties, D, C, A> {

	private static final Log logger = LogFactory.getLog(NamedAccounts.class);

	private final VendorRegistration<P, D, C, A> vendor;

	private final Collection<String> names;

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	private final Map<String, AccountBeans> beans = new LinkedHashMap<>();

	private NamedAccounts(VendorRegistration<P, D, C, A> vendor, Collection<String> names,
			ConfigurableListableBeanFactory beanFactory, Environment environment) {
		this.vendor = vendor;
		this.names = names;
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	/**
	 * Register the bean definitions of the accounts that have credentials, or may have
	 * those of a bean. No bean is created.
	 * @param vendor the vendor
	 * @param names the configured names
	 * @param beanFactory the bean factory
	 * @param registry the registry of the bean factory
	 * @param environment the environment
	 */
	static void register(VendorRegistration<?, ?, ?, ?> vendor, Collection<String> names,
			ConfigurableListableBeanFactory beanFactory, BeanDefinitionRegistry registry, Environment environment) {
		NamedAccounts<?, ?, ?, ?> accounts = new NamedAccounts<>(vendor, names, beanFactory, environment);
		accounts.register(registry);
		beanFactory.registerSingleton(beanName(vendor), accounts);
	}

	/**
	 * Return the named accounts of a vendor.
	 * @param <A> the type of the services of an account
	 * @param vendor the vendor
	 * @param beanFactory the bean factory
	 * @param environment the environment
	 * @return the named accounts, none if no name is configured
	 */
	@SuppressWarnings("unchecked")
	static <A> NamedAccounts<?, ?, ?, A> of(VendorRegistration<?, ?, ?, A> vendor,
			ConfigurableListableBeanFactory beanFactory, Environment environment) {
		Object accounts = beanFactory.getSingleton(beanName(vendor));
		return (accounts != null) ? (NamedAccounts<?, ?, ?, A>) accounts
				: new NamedAccounts<>(vendor, List.of(), beanFactory, environment);
	}

	private static String beanName(VendorRegistration<?, ?, ?, ?> vendor) {
		return "ssoConnectionsNamedAccounts-" + vendor.name();
	}

	private void register(BeanDefinitionRegistry registry) {
		boolean supplied = mayBeSupplied();
		for (String account : this.names) {
			boolean configured = hasCredentials(account);
			if (configured || supplied) {
				register(registry, account, configured);
			}
		}
	}

	private boolean mayBeSupplied() {
		boolean unnamed = !OnAccountCondition.withText(this.environment, this.vendor.credentials()).isEmpty();
		return Arrays.stream(this.beanFactory.getBeanNamesForType(this.vendor.details(), true, false))
			.filter((name) -> !isAutoConfigured(name))
			// A default candidate has the credentials of the account without a name
			.anyMatch((name) -> unnamed || !OnAccountCondition.isDefaultCandidate(this.beanFactory, name));
	}

	private boolean isAutoConfigured(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		String factory = definition.getFactoryBeanName();
		Method method = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		// Generated code has the method only
		String declaring = (method != null) ? method.getDeclaringClass().getName() : factory;
		return declaring != null && declaring.startsWith(NamedAccounts.class.getPackageName())
				&& declaring.endsWith("AutoConfiguration");
	}

	private void register(BeanDefinitionRegistry registry, String account, boolean configured) {
		Map<Class<?>, String> names = new HashMap<>();
		AccountBeans beans = AccountBeans.named(this.beanFactory, names);
		this.beans.put(account, beans);
		if (configured) {
			register(registry, account, this.vendor.details(), () -> requiredDetails(account), names);
		}
		register(registry, account, this.vendor.client(), () -> client(account), names);
		this.vendor.services().forEach((service) -> register(registry, account, service, beans, names));
	}

	private <T> void register(BeanDefinitionRegistry registry, String account, AccountBeans.Service<T> service,
			AccountBeans beans, Map<Class<?>, String> names) {
		if (service.condition().test(this.environment, this.vendor.prefix(account))
				|| ownBean(account, service.type()) != null) {
			register(registry, account, service.type(), () -> service.factory().apply(beans), names);
		}
	}

	private <T> void register(BeanDefinitionRegistry registry, String account, Class<T> type, Supplier<T> supplier,
			Map<Class<?>, String> names) {
		String own = ownBean(account, type);
		String name = (own != null) ? own : ClassUtils.getShortNameAsProperty(type) + "-" + account;
		names.put(type, name);
		if (own != null) {
			// Connection details say themselves which account they belong to
			if (type != this.vendor.details() && !OnAccountCondition.isDefaultCandidate(this.beanFactory, own)) {
				this.beanFactory.getBeanDefinition(own).setAttribute(AccountBeans.ACCOUNT, account);
			}
			return;
		}
		RootBeanDefinition definition = new RootBeanDefinition(type, supplier);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
		definition.setDefaultCandidate(false);
		definition.setLazyInit(true);
		definition.setAttribute(AccountBeans.ACCOUNT, account);
		// Names of accounts are those of the run, also in a native image
		definition.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
		registry.registerBeanDefinition(name, definition);
	}

	private @Nullable String ownBean(String account, Class<?> type) {
		return Arrays.stream(this.beanFactory.getBeanNamesForType(type, true, false))
			.filter((name) -> BeanFactoryAnnotationUtils.isQualifierMatch(account::equals, name, this.beanFactory))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Create the accounts that have credentials, with their clients, so that invalid
	 * properties fail the start.
	 * @return the accounts by name
	 */
	Map<String, A> create() {
		warnOfUnknownAccounts();
		Map<String, A> accounts = new LinkedHashMap<>();
		Map<Object, String> limits = new HashMap<>();
		if (AccountBeans.unnamed(this.beanFactory, this.vendor.client()) != null) {
			accounts.put(Account.DEFAULT,
					this.vendor.account(AccountBeans.unnamed(this.beanFactory, this.vendor.serviceTypes())));
			D details = AccountBeans.unnamed(this.beanFactory, this.vendor.details());
			if (details != null) {
				limits.put(this.vendor.limitedBy(details), Account.DEFAULT);
			}
		}
		this.beans.forEach((account, beans) -> {
			D details = details(account);
			if (details != null) {
				warnOfSharedLimit(account, limits.putIfAbsent(this.vendor.limitedBy(details), account));
				beans.get(this.vendor.client());
				accounts.put(account, this.vendor.account(beans));
			}
		});
		return accounts;
	}

	private void warnOfSharedLimit(String account, @Nullable String other) {
		if (other != null) {
			logger.warn("The accounts '" + other + "' and '" + account + "' at " + this.vendor.name()
					+ " have the same key or tenant. The vendor counts their requests together, "
					+ "and each has a rate limiter of its own");
		}
	}

	/**
	 * Return the failure of a name without an account.
	 * @param name the name
	 * @param known the names of the accounts
	 * @return the exception
	 */
	NoSuchAccountException missing(String name, Collection<String> known) {
		if (!this.names.contains(name)) {
			return NoSuchAccountException.unknown(this.vendor.name(), name, known);
		}
		return NoSuchAccountException.withoutKey(this.vendor.name(), name,
				"set one of the properties " + this.vendor.credentials(name) + ", or define a "
						+ this.vendor.details().getSimpleName() + " bean " + "with that account");
	}

	private boolean hasCredentials(String account) {
		return !OnAccountCondition.withText(this.environment, this.vendor.credentials(account)).isEmpty();
	}

	private C client(String account) {
		return this.vendor.client(new Account(this.vendor.name(), account), properties(account),
				requiredDetails(account), this.beanFactory.getBean(VendorClients.class),
				this.beanFactory.getBean(ApiClient.Instruments.class));
	}

	private P properties(String account) {
		return this.vendor.properties(this.beanFactory.getBean(this.vendor.properties()), account);
	}

	private D requiredDetails(String account) {
		D details = details(account);
		if (details == null) {
			throw missing(account, List.of());
		}
		return details;
	}

	private @Nullable D details(String account) {
		List<D> supplied = suppliedDetails().filter((details) -> this.vendor.account(details).equals(account)).toList();
		if (supplied.size() > 1) {
			throw new IllegalStateException("There are " + supplied.size() + " beans with connection details of the "
					+ "account '" + account + "' at " + this.vendor.name());
		}
		if (supplied.isEmpty()) {
			return hasCredentials(account) ? this.vendor.details(properties(account), account) : null;
		}
		return supplied.get(0);
	}

	private Stream<D> suppliedDetails() {
		return Arrays
			.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, this.vendor.details()))
			.filter((name) -> AccountBeans.account(this.beanFactory, name) == null)
			.map((name) -> this.beanFactory.getBean(name, this.vendor.details()));
	}

	private void warnOfUnknownAccounts() {
		suppliedDetails().map(this.vendor::account)
			.filter((account) -> !account.equals(Account.DEFAULT) && !this.names.contains(account))
			.forEach((account) -> logger.warn("There is a bean with connection details of the account '" + account
					+ "' at " + this.vendor.name() + ", which is not in '" + this.vendor.prefix()
					+ ".accounts' and therefore not configured"));
	}

}
