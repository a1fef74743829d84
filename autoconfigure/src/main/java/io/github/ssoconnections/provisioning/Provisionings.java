// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.provisioning;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.account.Account;

/**
 * The provisioning of every account.
 */
public final class Provisionings {

	private final List<Provisioning> provisionings;

	/**
	 * Create an instance.
	 * @param provisionings the provisioning of each account
	 */
	public Provisionings(List<? extends Provisioning> provisionings) {
		Assert.notNull(provisionings, "'provisionings' must not be null");
		this.provisionings = List.copyOf(provisionings);
	}

	/**
	 * Return the accounts.
	 * @return the accounts in their order
	 */
	public List<Account> accounts() {
		return this.provisionings.stream().map(Provisioning::account).toList();
	}

	/**
	 * Return the provisioning of an account.
	 * @param account the account
	 * @return the provisioning
	 * @throws IllegalArgumentException if there is no such account
	 */
	public Provisioning get(Account account) {
		return this.provisionings.stream()
			.filter((provisioning) -> provisioning.account().equals(account))
			.findFirst()
			.orElseThrow(() -> new InvalidArgumentException("'account' must be one of " + accounts(),
					"There is no such account"));
	}

}
