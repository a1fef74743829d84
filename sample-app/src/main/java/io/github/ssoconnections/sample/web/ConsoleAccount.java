// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import io.github.ssoconnections.account.Account;

/**
 * An account that the console shows.
 *
 * @param account the vendor and the name
 * @param baseUrl the address of the API
 * @param sandbox whether it is the embedded sandbox
 * @param live whether changes are changes for customers
 * @param readOnly whether the console rejects changes
 */
public record ConsoleAccount(Account account, String baseUrl, boolean sandbox, boolean live, boolean readOnly) {

}
