// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The services of one account without an application: what accounts share has its
 * defaults.
 */
public final class CreatedServices implements ServiceLookup {

	private final Map<Class<?>, Object> services;

	private CreatedServices(Map<Class<?>, Object> services) {
		this.services = services;
	}

	/**
	 * Create the services of an account.
	 * @param <C> the type of the client
	 * @param type the type of the client
	 * @param client the client of the account
	 * @param definitions the definitions, each after those that it requires
	 * @return the services, and the client
	 */
	public static <C> CreatedServices of(Class<C> type, C client, List<ServiceDefinition<?>> definitions) {
		Map<Class<?>, Object> services = new HashMap<>(Map.of(type, client));
		CreatedServices created = new CreatedServices(services);
		definitions.forEach((definition) -> services.put(definition.type(), definition.factory().apply(created)));
		return new CreatedServices(Map.copyOf(services));
	}

	@Override
	public <T> T get(Class<T> type) {
		Object service = this.services.get(type);
		if (service == null) {
			throw new IllegalArgumentException("There is no service of " + type);
		}
		return type.cast(service);
	}

	@Override
	public <T> @Nullable T shared(Class<T> type) {
		return null;
	}

}
