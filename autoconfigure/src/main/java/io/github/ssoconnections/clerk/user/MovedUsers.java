// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.user;

import java.util.List;
import java.util.Optional;

/**
 * Existing users that an activation moves: they have an address in a domain of the
 * connection, and no account at it yet.
 *
 * @param connectionId the id of the connection
 * @param domains the domains of the connection
 * @param count the number of users
 * @param isComplete whether all users were counted; if not, there may be more: the
 * domains or addresses had an unexpected structure, or there are too many users
 */
public record MovedUsers(String connectionId, List<String> domains, long count, boolean isComplete) {

	public MovedUsers {
		domains = List.copyOf(domains);
	}

	/**
	 * Return the warning for the person who activates the connection.
	 * @return the warning, empty if no user is moved
	 */
	public Optional<String> warning() {
		if (this.count == 0 && this.isComplete) {
			return Optional.empty();
		}
		return Optional.of((this.isComplete ? "" : "At least ") + this.count + " existing user"
				+ ((this.count != 1) ? "s" : "") + " with an address in "
				+ (this.domains.isEmpty() ? "a domain of the connection" : String.join(", ", this.domains))
				+ " must sign in through the connection once it is active");
	}

}
