// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.user;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;

/**
 * Connections through which a user came, for support. It has no address and no name of
 * the user.
 *
 * @param account the account at the vendor
 * @param userId the vendor's id of the user
 * @param connections the connections; empty if the user has never signed in through one
 */
public record UserConnections(Account account, String userId, List<UserConnection> connections) {

	public UserConnections {
		Assert.notNull(account, "'account' must not be null");
		Assert.notNull(userId, "'userId' must not be null");
		connections = List.copyOf(connections);
	}

}
