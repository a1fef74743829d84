// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.account;

import java.util.List;
import java.util.Set;

/**
 * The accounts of an application at one vendor, by name.
 *
 * @param <A> the type of an account
 */
public interface Accounts<A> {

	/**
	 * Return the names of the accounts that have credentials.
	 * @return the names, {@value Account#DEFAULT} first if there is an account without a
	 * name, then in the order of the configuration; unmodifiable
	 */
	Set<String> names();

	/**
	 * Return an account.
	 * @param name the name, {@value Account#DEFAULT} for the account without a name
	 * @return the account
	 * @throws NoSuchAccountException if there is no account of that name, or if it has no
	 * credentials
	 */
	A get(String name);

	/**
	 * Return all accounts that have credentials.
	 * @return the accounts in the order of their names
	 */
	default List<A> all() {
		return names().stream().map(this::get).toList();
	}

}
