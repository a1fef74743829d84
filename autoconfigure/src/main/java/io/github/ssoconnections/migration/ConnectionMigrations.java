// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.account.NoSuchAccountException;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.onboarding.OnboardingTools;

/**
 * Migrations between the accounts of an application.
 */
public final class ConnectionMigrations {

	private final Auth0Accounts sources;

	private final ClerkAccounts targets;

	private final OnboardingTools tools;

	/**
	 * Create an instance.
	 * @param sources the tenants at Auth0
	 * @param targets the instances at Clerk
	 * @param tools what every migration uses
	 */
	public ConnectionMigrations(Auth0Accounts sources, ClerkAccounts targets, OnboardingTools tools) {
		Assert.notNull(sources, "'sources' must not be null");
		Assert.notNull(targets, "'targets' must not be null");
		Assert.notNull(tools, "'tools' must not be null");
		this.sources = sources;
		this.targets = targets;
		this.tools = tools;
	}

	/**
	 * Return the migration between the accounts without a name.
	 * @return the migration
	 * @throws NoSuchAccountException if one of them has no credentials
	 */
	public ConnectionMigration get() {
		return get(Account.DEFAULT, Account.DEFAULT);
	}

	/**
	 * Return the migration between two accounts.
	 * @param source the name of the account at Auth0, {@value Account#DEFAULT} for the
	 * one without a name
	 * @param target the name of the account at Clerk, {@value Account#DEFAULT} for the
	 * one without a name
	 * @return the migration
	 * @throws NoSuchAccountException if there is no such account, or it has no
	 * credentials
	 */
	public ConnectionMigration get(String source, String target) {
		return ConnectionMigration.create(this.sources.get(source), this.targets.get(target), this.tools);
	}

	/**
	 * Return the scan of the organizations of a tenant.
	 * @param source the name of the account at Auth0, {@value Account#DEFAULT} for the
	 * one without a name
	 * @return the scan
	 * @throws NoSuchAccountException if there is no such account, or it has no
	 * credentials
	 */
	public OrganizationScan scan(String source) {
		return OrganizationScan.create(this.sources.get(source));
	}

}
