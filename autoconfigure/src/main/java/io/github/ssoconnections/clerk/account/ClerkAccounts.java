// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.account;

import io.github.ssoconnections.account.Accounts;

/**
 * The accounts at Clerk, by name. Looks up at run time what is injected by qualifier
 * otherwise.
 */
public interface ClerkAccounts extends Accounts<ClerkAccount> {

}
