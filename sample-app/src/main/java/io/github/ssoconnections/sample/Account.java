// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

/**
 * The account at a vendor that the console shows.
 */
public interface Account {

	/**
	 * Return the vendor.
	 * @return the vendor's name, such as {@code clerk}
	 */
	String vendor();

	/**
	 * Return whether the account is that of the embedded sandbox.
	 * @return {@code false} if it is somebody's own
	 */
	boolean isSandbox();

	/**
	 * Return whether changes are changes for customers.
	 * @return whether the account is neither the embedded sandbox nor a vendor's
	 * development instance
	 */
	boolean isLive();

}
