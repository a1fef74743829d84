// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.sample.web.ConsoleAccount;
import io.github.ssoconnections.sample.web.ConsoleAccounts;

import org.springframework.stereotype.Component;

/**
 * The accounts that every page names.
 */
@Component("accountBanner")
public class AccountBanner {

	private static final Map<String, String> SETTINGS = Map.of("clerk", "CLERK_SECRET_KEY", "auth0",
			"AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET");

	private final ConsoleAccounts accounts;

	AccountBanner(ConsoleAccounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Return the accounts.
	 * @return the accounts of all vendors
	 */
	public List<AccountView> accounts() {
		return this.accounts.all().stream().map(AccountBanner::view).toList();
	}

	private static AccountView view(ConsoleAccount account) {
		String name = VendorNames.of(account.account());
		if (account.sandbox()) {
			return new AccountView(name, "Sandbox", "sandbox", account.baseUrl(),
					"Made-up customers, in memory only. Set "
							+ SETTINGS.getOrDefault(account.account().vendor(), "credentials")
							+ " to see a real account.");
		}
		String meaning = account.live() ? "What is changed here is changed for customers." : "";
		return new AccountView(name, account.live() ? "Live account" : "Test account", account.live() ? "live" : "real",
				account.baseUrl(),
				account.readOnly() ? "Read-only: 'console.read-only=false' allows changes." : meaning);
	}

	/**
	 * Account in the banner.
	 *
	 * @param name the vendor, and the account if it has a name
	 * @param kind sandbox, test or live
	 * @param style the class of the style sheet
	 * @param baseUrl the address
	 * @param meaning what a change means
	 */
	public record AccountView(String name, String kind, String style, String baseUrl, String meaning) {

	}

}
