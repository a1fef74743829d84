// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.List;
import java.util.stream.Collectors;

import io.github.ssoconnections.account.Account;

/**
 * The index cannot tell which connection serves a domain: an account has not been read
 * yet, or it has been read incompletely and no connection was found. Contains neither
 * e-mail addresses nor domains.
 */
public final class ConnectionsNotKnownException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final transient List<Account> accounts;

	private ConnectionsNotKnownException(List<Account> accounts, String message) {
		super(message);
		this.accounts = List.copyOf(accounts);
	}

	static ConnectionsNotKnownException notRead(List<Account> accounts) {
		return new ConnectionsNotKnownException(accounts,
				"The connections of " + accounts.stream().map(Account::toString).collect(Collectors.joining(", "))
						+ " are not known yet: no refresh has succeeded. Refreshes run if"
						+ " 'sso-connections.index.enabled' is true, or on refresh()");
	}

	static ConnectionsNotKnownException incomplete(List<AccountGap> gaps) {
		return new ConnectionsNotKnownException(gaps.stream().map(AccountGap::account).toList(),
				"Cannot tell whether a connection serves the domain: none was found, and the last refresh was"
						+ " incomplete (" + gaps.stream().map(AccountGap::toString).collect(Collectors.joining("; "))
						+ ")");
	}

	/**
	 * Return the accounts whose connections are not known.
	 * @return the accounts
	 */
	public List<Account> accounts() {
		return this.accounts;
	}

}
