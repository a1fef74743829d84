// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.sample.page.ConnectionPaths;
import io.github.ssoconnections.sample.web.CertificateBody;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * A connection as its address names it.
 *
 * @param account the account
 * @param id the vendor's id
 */
record ConnectionReference(Account account, String id) {

	/**
	 * Read the address of a connection.
	 * @param vendor the vendor
	 * @param account the name of the account
	 * @param id the vendor's id
	 * @return the connection
	 * @throws ErrorResponseException 404 if there can be no such account
	 */
	static ConnectionReference of(String vendor, String account, String id) {
		if (!vendor.matches("[a-z0-9]{1,40}") || !Account.isName(account)) {
			throw unknown();
		}
		return new ConnectionReference(new Account(vendor, account), id);
	}

	Onboarding onboarding(Onboardings onboardings) {
		if (!onboardings.accounts().contains(this.account)) {
			throw unknown();
		}
		return onboardings.get(this.account);
	}

	String path() {
		return ConnectionPaths.of(this.account.vendor(), this.account.name(), this.id);
	}

	private static ErrorResponseException unknown() {
		return CertificateBody.problem(HttpStatus.NOT_FOUND, "no-such-account", "There is no such account",
				"The accounts are listed at the top of each page.");
	}

}
