// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.account.Accounts;

/**
 * Accounts of a vendor, whose services are beans.
 *
 * @param <A> the type of an account
 */
abstract class AccountRegistry<A> implements Accounts<A> {

	private final NamedAccounts<?, ?, ?, A> configured;

	private final Map<String, A> accounts;

	AccountRegistry(NamedAccounts<?, ?, ?, A> configured) {
		this.configured = configured;
		this.accounts = configured.create();
	}

	@Override
	public final Set<String> names() {
		return Collections.unmodifiableSet(this.accounts.keySet());
	}

	@Override
	public final A get(String name) {
		A account = this.accounts.get(name);
		if (account == null) {
			throw this.configured.missing(name, this.accounts.keySet());
		}
		return account;
	}

}
