// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The accounts of all vendors, those without a name first. Whether an account is live is
 * decided by the credentials that are in use at the time of the call.
 */
@Component
@EnableConfigurationProperties(ConsoleProperties.class)
public final class ConsoleAccounts {

	private final ListableBeanFactory beanFactory;

	private final @Nullable Boolean readOnly;

	ConsoleAccounts(ListableBeanFactory beanFactory, ConsoleProperties properties) {
		this.beanFactory = beanFactory;
		this.readOnly = properties.getReadOnly();
	}

	/**
	 * Return all accounts.
	 * @return the accounts, by vendor, the account without a name first
	 */
	public List<ConsoleAccount> all() {
		List<ConsoleAccount> accounts = new ArrayList<>();
		for (ClerkConnectionDetails details : this.beanFactory.getBeansOfType(ClerkConnectionDetails.class).values()) {
			accounts.add(describe(new Account("clerk", details.account()), details.getBaseUrl(), details,
					details.getApiKey().startsWith("sk_live_")));
		}
		for (Auth0ConnectionDetails details : this.beanFactory.getBeansOfType(Auth0ConnectionDetails.class).values()) {
			accounts.add(describe(new Account("auth0", details.account()), details.getBaseUrl(), details, true));
		}
		accounts.sort(Comparator.comparing((ConsoleAccount account) -> account.account().vendor())
			.reversed()
			.thenComparing((account) -> !account.account().isDefault())
			.thenComparing((account) -> account.account().name()));
		return accounts;
	}

	/**
	 * Return an account.
	 * @param account the vendor and the name
	 * @return the account, empty if there is none
	 */
	public Optional<ConsoleAccount> find(Account account) {
		return all().stream().filter((candidate) -> candidate.account().equals(account)).findFirst();
	}

	private ConsoleAccount describe(Account account, String baseUrl, Object details, boolean live) {
		boolean sandbox = false;
		boolean own = live;
		if (details instanceof io.github.ssoconnections.sample.Account shown) {
			sandbox = shown.isSandbox();
			own = shown.isLive();
		}
		return new ConsoleAccount(account, baseUrl, sandbox, own, Objects.requireNonNullElse(this.readOnly, own));
	}

}
