// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account.
 *
 * @param account the account
 * @param connections the connections, in which changes of this application are applied
 * @param refreshedAt the end of the last successful refresh
 * @param skipped the number of connections that could not be decoded
 * @param tooMany whether there are more connections than the index keeps
 */
record Snapshot(Account account, Connections connections, @Nullable Instant refreshedAt, int skipped, boolean tooMany) {

	static Snapshot notRead(Account account) {
		return new Snapshot(account, new Connections(), null, 0, false);
	}

	Snapshot withTooMany() {
		return new Snapshot(this.account, this.connections, this.refreshedAt, this.skipped, true);
	}

	AccountGap gap() {
		return new AccountGap(this.account, this.connections.incomplete(), this.skipped, this.tooMany);
	}

}
