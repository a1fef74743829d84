// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.Map;

import io.github.ssoconnections.account.Account;

/**
 * Names of vendors as they write them.
 */
public final class VendorNames {

	private static final Map<String, String> NAMES = Map.of("clerk", "Clerk", "auth0", "Auth0");

	private VendorNames() {
	}

	/**
	 * Return the name of a vendor.
	 * @param vendor the vendor, such as {@code clerk}
	 * @return its name, such as {@code Clerk}
	 */
	public static String of(String vendor) {
		return NAMES.getOrDefault(vendor, vendor);
	}

	/**
	 * Return the name of an account.
	 * @param account the account
	 * @return the vendor, with the account if it has a name
	 */
	public static String of(Account account) {
		return of(account.vendor()) + (account.name().equals(Account.DEFAULT) ? "" : " " + account.name());
	}

}
