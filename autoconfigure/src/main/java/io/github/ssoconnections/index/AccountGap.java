// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import io.github.ssoconnections.account.Account;

/**
 * What the index does not know of an account.
 *
 * @param account the account
 * @param incomplete the number of connections whose domains are unknown: the response of
 * the vendor had none, as Auth0's without the scope {@code read:connections_options}, or
 * they could not be decoded
 * @param skipped the number of connections that could not be decoded at all
 * @param tooMany whether the account has more connections than the index keeps
 */
public record AccountGap(Account account, int incomplete, int skipped, boolean tooMany) {

	boolean isNone() {
		return this.incomplete == 0 && this.skipped == 0 && !this.tooMany;
	}

	@Override
	public String toString() {
		return this.account + ": " + this.incomplete + " connections with unknown domains, " + this.skipped + " skipped"
				+ (this.tooMany ? ", more than the index keeps" : "");
	}

}
