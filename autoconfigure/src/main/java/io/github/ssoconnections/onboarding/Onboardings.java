// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.account.Account;

/**
 * The onboarding of every account.
 */
public final class Onboardings {

	private final Map<Account, Onboarding> onboardings;

	/**
	 * Create an instance.
	 * @param onboardings the onboarding of each account
	 */
	public Onboardings(List<? extends Onboarding> onboardings) {
		Assert.notNull(onboardings, "'onboardings' must not be null");
		this.onboardings = onboardings.stream()
			.collect(Collectors.toMap(Onboarding::account, (onboarding) -> onboarding, (one, other) -> one,
					LinkedHashMap::new));
	}

	/**
	 * Return the accounts.
	 * @return the accounts in their order
	 */
	public List<Account> accounts() {
		return List.copyOf(this.onboardings.keySet());
	}

	/**
	 * Return the onboarding of an account.
	 * @param account the account
	 * @return the onboarding
	 * @throws IllegalArgumentException if there is no such account
	 */
	public Onboarding get(Account account) {
		Onboarding onboarding = this.onboardings.get(account);
		if (onboarding == null) {
			throw new InvalidArgumentException("'account' must be one of " + this.onboardings.keySet(),
					"There is no such account");
		}
		return onboarding;
	}

	/**
	 * Return the onboarding of the account of a vendor that is configured without a name.
	 * @param vendor the vendor, such as {@code clerk}
	 * @return the onboarding
	 * @throws IllegalArgumentException if there is no such account
	 */
	public Onboarding get(String vendor) {
		Assert.hasText(vendor, "'vendor' must not be empty");
		return get(Account.ofDefault(vendor));
	}

}
