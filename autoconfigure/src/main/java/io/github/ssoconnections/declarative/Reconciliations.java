// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.account.Account;

/**
 * The reconciliation of every account.
 */
public final class Reconciliations {

	private final Map<Account, Reconciliation> reconciliations;

	/**
	 * Create an instance.
	 * @param reconciliations the reconciliation of each account
	 */
	public Reconciliations(List<? extends Reconciliation> reconciliations) {
		Assert.notNull(reconciliations, "'reconciliations' must not be null");
		this.reconciliations = reconciliations.stream()
			.collect(Collectors.toMap(Reconciliation::account, (reconciliation) -> reconciliation, (one, other) -> one,
					LinkedHashMap::new));
	}

	/**
	 * Return the accounts.
	 * @return the accounts in their order
	 */
	public List<Account> accounts() {
		return List.copyOf(this.reconciliations.keySet());
	}

	/**
	 * Return the reconciliation of an account.
	 * @param account the account
	 * @return the reconciliation
	 * @throws IllegalArgumentException if there is no such account
	 */
	public Reconciliation get(Account account) {
		Reconciliation reconciliation = this.reconciliations.get(account);
		if (reconciliation == null) {
			throw new InvalidArgumentException("'account' must be one of " + this.reconciliations.keySet(),
					"There is no such account");
		}
		return reconciliation;
	}

	/**
	 * Return the reconciliation of the account of a vendor that is configured without a
	 * name.
	 * @param vendor the vendor, such as {@code clerk}
	 * @return the reconciliation
	 * @throws IllegalArgumentException if there is no such account
	 */
	public Reconciliation get(String vendor) {
		Assert.hasText(vendor, "'vendor' must not be empty");
		return get(Account.ofDefault(vendor));
	}

}
