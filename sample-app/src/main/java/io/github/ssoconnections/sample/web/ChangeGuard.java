// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Decides whether the console may change an account: the same for pages and for
 * {@code /api}.
 */
@Component
public final class ChangeGuard {

	private static final String PROPERTY = "Set 'console.read-only=false' to allow changes.";

	private final ConsoleAccounts accounts;

	ChangeGuard(ConsoleAccounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Return whether changes of an account are rejected.
	 * @param account the account
	 * @return whether they are, also for an account that there is not
	 */
	public boolean isReadOnly(Account account) {
		return this.accounts.find(account).map(ConsoleAccount::readOnly).orElse(true);
	}

	/**
	 * Require that an account may be changed.
	 * @param account the account
	 * @throws ErrorResponseException 403 if changes are rejected
	 */
	public void requireWritable(Account account) {
		if (isReadOnly(account)) {
			throw readOnly("The account " + account + " is read-only here. " + PROPERTY);
		}
	}

	/**
	 * Require that every account may be changed: for a request that does not say which
	 * account it changes.
	 * @throws ErrorResponseException 403 if changes of any account are rejected
	 */
	void requireAllWritable() {
		if (this.accounts.all().stream().anyMatch(ConsoleAccount::readOnly)) {
			throw readOnly("At least one account is read-only here. " + PROPERTY);
		}
	}

	/**
	 * Return whether a changing action of an account asks for the name of the customer.
	 * @param account the account
	 * @return whether the account is live
	 */
	public boolean asksForName(Account account) {
		return this.accounts.find(account).map(ConsoleAccount::live).orElse(true);
	}

	/**
	 * Require that the name was typed, if the account is live.
	 * @param account the account
	 * @param name the name of the connection
	 * @param typed what was typed, {@code null} if nothing was
	 * @throws ErrorResponseException 422 if it is not the name
	 */
	public void requireName(Account account, String name, @Nullable String typed) {
		if (asksForName(account)) {
			requireTyped(name, typed);
		}
	}

	/**
	 * Require that the name was typed, whatever the account: for deletions.
	 * @param name the name of the connection
	 * @param typed what was typed, {@code null} if nothing was
	 * @throws ErrorResponseException 422 if it is not the name
	 */
	public void requireTyped(String name, @Nullable String typed) {
		if (typed == null || !plain(typed).equals(plain(name))) {
			throw CertificateBody.problem(HttpStatus.UNPROCESSABLE_CONTENT, "name-not-confirmed",
					"The name does not match", "Nothing was changed. Type the name of the customer as it is shown.");
		}
	}

	// As a browser shows a name, and a person types it
	private static String plain(String name) {
		return name.replaceAll("[\\s\\p{Z}\\p{Cf}]+", " ").strip();
	}

	private static ErrorResponseException readOnly(String detail) {
		return CertificateBody.problem(HttpStatus.FORBIDDEN, "read-only", "Changes are rejected", detail);
	}

}
