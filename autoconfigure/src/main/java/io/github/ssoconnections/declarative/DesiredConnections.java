// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;

import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Mono;

/**
 * The declared connections of an application, such as from a database or a file. A bean
 * of this type is compared after each refresh of the index: {@link DriftMonitor}.
 */
@FunctionalInterface
public interface DesiredConnections {

	/**
	 * Return the declared connections of an account.
	 * @param account the account
	 * @return the connections, empty if the connections of the account are not declared
	 */
	Mono<List<DesiredConnection>> find(Account account);

}
