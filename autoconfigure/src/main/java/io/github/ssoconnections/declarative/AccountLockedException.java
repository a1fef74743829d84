// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import io.github.ssoconnections.account.Account;

/**
 * Thrown if a plan is not applied because another one is being applied to the account.
 */
public class AccountLockedException extends IllegalStateException {

	private final transient Account account;

	private final String holder;

	/**
	 * Create an exception.
	 * @param account the account
	 * @param holder who holds the lock, as far as it is known
	 */
	public AccountLockedException(Account account, String holder) {
		super("Nothing was written: another plan is being applied to " + account + " by " + holder);
		this.account = account;
		this.holder = holder;
	}

	/**
	 * Return the account.
	 * @return the account
	 */
	public Account account() {
		return this.account;
	}

	/**
	 * Return who holds the lock.
	 * @return the holder, or the name of the lock if the holder is not known
	 */
	public String holder() {
		return this.holder;
	}

}
