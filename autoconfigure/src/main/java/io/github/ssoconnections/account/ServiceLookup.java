// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.account;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Objects from which the service of an account is created.
 */
public interface ServiceLookup {

	/**
	 * Return the client of the account, or another of its services.
	 * @param <T> the type
	 * @param type the type
	 * @return the object
	 * @throws IllegalArgumentException if the account has none of that type
	 */
	<T> T get(Class<T> type);

	/**
	 * Return an object of the application that all accounts share.
	 * @param <T> the type
	 * @param type the type
	 * @return the object, {@code null} if the application has none
	 */
	<T> @Nullable T shared(Class<T> type);

	/**
	 * Return an object of the application that all accounts share.
	 * @param <T> the type
	 * @param type the type
	 * @param fallback creates the object if the application has none
	 * @return the object
	 */
	default <T> T shared(Class<T> type, Supplier<T> fallback) {
		T object = shared(type);
		return (object != null) ? object : fallback.get();
	}

}
