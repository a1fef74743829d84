// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

/**
 * Listener for refreshes.
 */
@FunctionalInterface
public interface RefreshListener {

	/**
	 * Invoked after each refresh of an account, successful or not, and after each read of
	 * one connection. May block, which delays other listeners and the next refresh.
	 * @param refresh the refresh
	 */
	void onRefresh(AccountRefresh refresh);

}
