// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.user;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;

/**
 * Connections through which a user came, for support. Beyond the id, it has no address
 * and no name of the user. Auth0's ids of enterprise users, such as
 * {@code samlp|acme|jane@acme.com}, end in the IdP's id of the user, which can be an
 * address or a name: {@link #toString()} masks what follows the first bar.
 *
 * @param account the account at the vendor
 * @param userId the vendor's id of the user, which can be personal data at Auth0
 * @param connections the connections; empty if the user has never signed in through one
 */
public record UserConnections(Account account, String userId, List<UserConnection> connections) {

	public UserConnections {
		Assert.notNull(account, "'account' must not be null");
		Assert.notNull(userId, "'userId' must not be null");
		connections = List.copyOf(connections);
	}

	@Override
	public String toString() {
		int bar = this.userId.indexOf('|');
		return "UserConnections[account=" + this.account + ", userId="
				+ ((bar >= 0) ? this.userId.substring(0, bar + 1) + Secret.MASK : this.userId) + ", connections="
				+ this.connections + "]";
	}

}
