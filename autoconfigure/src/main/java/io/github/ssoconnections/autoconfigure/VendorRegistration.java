// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Facts about a vendor for the auto-configuration that all vendors share.
 *
 * @param <C> the type of the client of an account
 * @param <D> the type of the connection details of an account
 */
abstract class VendorRegistration<C, D> {

	private final String name;

	private final Class<C> client;

	private final Class<D> details;

	VendorRegistration(String name, Class<C> client, Class<D> details) {
		this.name = name;
		this.client = client;
		this.details = details;
	}

	/**
	 * Return the registered vendors.
	 * @return the vendors
	 */
	static List<VendorRegistration<?, ?>> all() {
		return List.of(new Auth0Registration(), new ClerkRegistration());
	}

	/**
	 * Return the properties with credentials, any of which activates the vendor.
	 * @return the names of the properties
	 */
	abstract List<String> credentials();

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

	final Class<C> client() {
		return this.client;
	}

	final Class<D> details() {
		return this.details;
	}

	final Stream<String> secrets(BeanFactory beanFactory) {
		ObjectProvider<D> accounts = beanFactory.getBeanProvider(this.details);
		return accounts.stream().flatMap(this::secrets).filter(Objects::nonNull).map(Objects::requireNonNull);
	}

	final double remainingPermits(BeanFactory beanFactory) {
		C unique = beanFactory.getBeanProvider(this.client).getIfUnique();
		return (unique != null) ? remainingPermits(unique) : Double.NaN;
	}

}
