// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.account;

import java.io.Serializable;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * An account at a vendor, such as an instance at Clerk or a tenant at Auth0.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param name the name of the account in this application, {@value #DEFAULT} if it has
 * none
 */
public record Account(String vendor, String name) implements Serializable {

	/**
	 * Name of the account that is configured without a name.
	 */
	public static final String DEFAULT = "default";

	private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

	public Account {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.isTrue(isName(name), "The name of an account must consist of 1 to 40 characters a-z, 0-9 and '-'");
	}

	/**
	 * Return whether a text can be the name of an account.
	 * @param name the text
	 * @return whether it consists of 1 to 40 characters a-z, 0-9 and '-'
	 */
	public static boolean isName(String name) {
		return name != null && NAME.matcher(name).matches();
	}

	/**
	 * Return the account that is configured without a name.
	 * @param vendor the name of the vendor
	 * @return the account
	 */
	public static Account ofDefault(String vendor) {
		return new Account(vendor, DEFAULT);
	}

	/**
	 * Return whether the account is configured without a name.
	 * @return whether the name is {@value #DEFAULT}
	 */
	public boolean isDefault() {
		return this.name.equals(DEFAULT);
	}

	/**
	 * Return the name of a configuration property of the account.
	 * @param name the name, such as {@code api-key}
	 * @return such as {@code sso-connections.clerk.accounts.europe.api-key}
	 */
	public String property(String name) {
		return propertyPrefix() + "." + name;
	}

	/**
	 * Return the prefix of the configuration properties of the account.
	 * @return such as {@code sso-connections.clerk.accounts.europe}
	 */
	public String propertyPrefix() {
		return "sso-connections." + this.vendor + (isDefault() ? "" : ".accounts." + this.name);
	}

	/**
	 * Return the account as it is named in messages.
	 * @return such as {@code clerk/europe}, or {@code clerk} if it has no name
	 */
	@Override
	public String toString() {
		return isDefault() ? this.vendor : this.vendor + "/" + this.name;
	}

}
