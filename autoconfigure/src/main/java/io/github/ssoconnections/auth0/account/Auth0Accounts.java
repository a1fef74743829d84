// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.account;

import io.github.ssoconnections.account.Accounts;

/**
 * The tenants at Auth0, by name. Looks up at run time what is injected by qualifier
 * otherwise.
 */
public interface Auth0Accounts extends Accounts<Auth0Account> {

}
