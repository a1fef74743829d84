// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.List;

import io.github.ssoconnections.sample.Account;
import io.github.ssoconnections.sample.auth0.Auth0Account;
import io.github.ssoconnections.sample.clerk.ClerkAccount;

import org.springframework.stereotype.Component;

/**
 * The accounts that every page names.
 */
@Component("accountBanner")
public class AccountBanner {

	private final List<AccountView> accounts;

	AccountBanner(ClerkAccount clerk, Auth0Account auth0) {
		this.accounts = List.of(view(clerk, clerk.getBaseUrl(), "CLERK_SECRET_KEY"),
				view(auth0, auth0.getBaseUrl(), "AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET"));
	}

	private static AccountView view(Account account, String baseUrl, String settings) {
		String vendor = VendorNames.of(account.vendor());
		if (account.isSandbox()) {
			return new AccountView(vendor, "Sandbox", "sandbox", baseUrl,
					"Made-up customers, in memory only. Set " + settings + " to see a real account.");
		}
		return new AccountView(vendor, "Real account", "real", baseUrl,
				"What is changed here is changed for customers.");
	}

	/**
	 * Return the accounts.
	 * @return the accounts, one per vendor
	 */
	public List<AccountView> accounts() {
		return this.accounts;
	}

	/**
	 * Account in the banner.
	 *
	 * @param vendor the name of the vendor
	 * @param kind sandbox or real
	 * @param style the class of the style sheet
	 * @param baseUrl the address
	 * @param meaning what a change means
	 */
	public record AccountView(String vendor, String kind, String style, String baseUrl, String meaning) {

	}

}
