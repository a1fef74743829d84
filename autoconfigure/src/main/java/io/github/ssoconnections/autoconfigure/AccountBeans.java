// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.account.NoSuchAccountException;
import io.github.ssoconnections.account.ServiceDefinition;
import io.github.ssoconnections.account.ServiceLookup;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Beans of one account by type.
 */
final class AccountBeans implements ServiceLookup {

	/** Attribute of a bean definition with the name of its account. */
	static final String ACCOUNT = AccountBeans.class.getName() + ".account";

	private final ListableBeanFactory beanFactory;

	private final @Nullable Map<Class<?>, String> names;

	private final Set<Class<?>> types;

	private AccountBeans(ListableBeanFactory beanFactory, @Nullable Map<Class<?>, String> names, Set<Class<?>> types) {
		this.beanFactory = beanFactory;
		this.names = names;
		this.types = types;
	}

	static AccountBeans unnamed(ListableBeanFactory beanFactory, Set<Class<?>> types) {
		return new AccountBeans(beanFactory, null, types);
	}

	static AccountBeans named(ListableBeanFactory beanFactory, Map<Class<?>, String> names) {
		return new AccountBeans(beanFactory, names, names.keySet());
	}

	@Override
	public <T> T get(Class<T> type) {
		Assert.isTrue(this.types.contains(type), () -> "There is no service of " + type);
		T bean = (this.names != null) ? this.beanFactory.getBean(Objects.requireNonNull(this.names.get(type)), type)
				: unnamed(this.beanFactory, type);
		if (bean == null) {
			throw new NoSuchBeanDefinitionException(type, "of the account without a name");
		}
		return bean;
	}

	@Override
	public <T> @Nullable T shared(Class<T> type) {
		return provider(type).getIfAvailable();
	}

	/**
	 * Return the provider of a bean that all accounts share.
	 * @param <T> the type
	 * @param type the type
	 * @return the provider
	 */
	<T> ObjectProvider<T> provider(Class<T> type) {
		return this.beanFactory.getBeanProvider(type);
	}

	/**
	 * Return the bean of the account without a name. Unlike with
	 * {@link ListableBeanFactory#getBean(Class)}, it is never the bean of a named account
	 * that happens to be the only one.
	 * @param <T> the type
	 * @param beanFactory the bean factory
	 * @param type the type
	 * @return the bean, {@code null} if there is none, or no unique one
	 */
	static <T> @Nullable T unnamed(ListableBeanFactory beanFactory, Class<T> type) {
		boolean candidates = names(beanFactory, type).anyMatch((name) -> isDefaultCandidate(beanFactory, name));
		return candidates ? beanFactory.getBeanProvider(type).getIfUnique() : null;
	}

	/**
	 * Return the names of the accounts with a bean of a type. No bean is created.
	 * @param beanFactory the bean factory
	 * @param type the type
	 * @return the names of the accounts
	 */
	static Set<String> accountNames(ListableBeanFactory beanFactory, Class<?> type) {
		Set<String> accounts = new LinkedHashSet<>();
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false)) {
			String account = account(beanFactory, name);
			if (account != null) {
				accounts.add(account);
			}
			else if (isDefaultCandidate(beanFactory, name)) {
				accounts.add(Account.DEFAULT);
			}
		}
		return accounts;
	}

	/**
	 * Return the bean of an account.
	 * @param <T> the type
	 * @param beanFactory the bean factory
	 * @param type the type
	 * @param account the name of the account
	 * @return the bean, {@code null} if there is none, or no unique one
	 */
	static <T> @Nullable T ofAccount(ListableBeanFactory beanFactory, Class<T> type, String account) {
		if (account.equals(Account.DEFAULT)) {
			return unnamed(beanFactory, type);
		}
		return named(beanFactory, type).filter((bean) -> bean.getKey().equals(account))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the beans of all accounts of a type: that of the account without a name, if
	 * there is a unique one, and those of the named accounts.
	 * @param <T> the type
	 * @param beanFactory the bean factory
	 * @param type the type
	 * @return the beans by name of the account
	 */
	static <T> Map<String, T> ofAllAccounts(ListableBeanFactory beanFactory, Class<T> type) {
		Map<String, T> beans = new LinkedHashMap<>();
		T unnamed = unnamed(beanFactory, type);
		if (unnamed != null) {
			beans.put(Account.DEFAULT, unnamed);
		}
		named(beanFactory, type).forEach((named) -> beans.put(named.getKey(), named.getValue()));
		return beans;
	}

	/**
	 * Return the beans of the named accounts of a type, of any vendor.
	 * @param <T> the type
	 * @param beanFactory the bean factory
	 * @param type the type
	 * @return the beans
	 */
	static <T> Stream<T> ofNamedAccounts(ListableBeanFactory beanFactory, Class<T> type) {
		return named(beanFactory, type).map(Map.Entry::getValue);
	}

	private static <T> Stream<Map.Entry<String, T>> named(ListableBeanFactory beanFactory, Class<T> type) {
		return names(beanFactory, type).flatMap((name) -> {
			String account = account(beanFactory, name);
			T bean = (account != null) ? beanOrNull(beanFactory, name, type) : null;
			return (account != null && bean != null) ? Stream.of(Map.entry(account, bean)) : Stream.empty();
		});
	}

	private static Stream<String> names(ListableBeanFactory beanFactory, Class<?> type) {
		return Arrays.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type));
	}

	private static <T> @Nullable T beanOrNull(ListableBeanFactory beanFactory, String name, Class<T> type) {
		try {
			return beanFactory.getBean(name, type);
		}
		catch (BeanCreationException ex) {
			if (ex.contains(NoSuchAccountException.class)) {
				// No bean has the credentials
				return null;
			}
			throw ex;
		}
	}

	private static boolean isDefaultCandidate(ListableBeanFactory beanFactory, String name) {
		return !(beanFactory instanceof ConfigurableListableBeanFactory configurable)
				|| OnAccountCondition.isDefaultCandidate(configurable, name);
	}

	/**
	 * Return the account of a bean.
	 * @param beanFactory the bean factory
	 * @param name the name of the bean
	 * @return the name of the account, {@code null} if the bean is not that of a named
	 * account
	 */
	static @Nullable String account(ListableBeanFactory beanFactory, String name) {
		if (beanFactory instanceof ConfigurableListableBeanFactory configurable
				&& configurable.containsBeanDefinition(name)) {
			Object account = configurable.getBeanDefinition(name).getAttribute(ACCOUNT);
			return (account != null) ? account.toString() : null;
		}
		return null;
	}

	/**
	 * Service of an account.
	 *
	 * @param <T> the type of the service
	 * @param type the type of the service
	 * @param factory creates the service from the other beans of the account
	 * @param condition returns whether an account has the service, from the environment
	 * and the prefix of the account's properties
	 */
	record Service<T>(Class<T> type, Function<AccountBeans, T> factory, BiPredicate<Environment, String> condition) {

		Service(Class<T> type, Function<AccountBeans, T> factory) {
			this(type, factory, (environment, prefix) -> true);
		}

		static Stream<Service<?>> of(List<ServiceDefinition<?>> definitions) {
			return definitions.stream().map(Service::of);
		}

		private static <T> Service<T> of(ServiceDefinition<T> definition) {
			return new Service<>(definition.type(), definition.factory()::apply);
		}

	}

}
