// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.account;

import java.util.Collection;

/**
 * Thrown when an account is not configured, or has no credentials. The message names the
 * known accounts, or what is missing.
 */
public final class NoSuchAccountException extends RuntimeException {

	private final String vendor;

	private final String name;

	private NoSuchAccountException(String vendor, String name, String message) {
		super(message);
		this.vendor = vendor;
		this.name = name;
	}

	/**
	 * Create an exception for a name that is not configured.
	 * @param vendor the name of the vendor
	 * @param name the unknown name
	 * @param known the names of the accounts at the vendor
	 * @return the exception
	 */
	public static NoSuchAccountException unknown(String vendor, String name, Collection<String> known) {
		String accounts = known.isEmpty() ? "There are none" : "The accounts are '" + String.join("', '", known) + "'";
		return new NoSuchAccountException(vendor, name,
				"There is no account '" + name + "' at " + vendor + ". " + accounts);
	}

	/**
	 * Create an exception for an account that is configured without credentials.
	 * @param vendor the name of the vendor
	 * @param name the name of the account
	 * @param remedy what to configure, the end of a sentence
	 * @return the exception
	 */
	public static NoSuchAccountException withoutKey(String vendor, String name, String remedy) {
		return new NoSuchAccountException(vendor, name,
				"The account '" + name + "' at " + vendor + " has no key: " + remedy);
	}

	/**
	 * Return the vendor.
	 * @return the name of the vendor, such as {@code clerk}
	 */
	public String getVendor() {
		return this.vendor;
	}

	/**
	 * Return the requested name.
	 * @return the name of the account
	 */
	public String getName() {
		return this.name;
	}

}
