// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import io.github.ssoconnections.Assert;

/**
 * An attribute or claim that the IdP is to send.
 *
 * @param name the name that the connection expects, such as {@code firstName}
 * @param meaning what it contains: {@link #EMAIL}, {@link #FIRST_NAME},
 * {@link #LAST_NAME}, {@link #USER_ID}, for which the sheet names the field of the IdP,
 * or any other text, which is shown
 * @param required whether users cannot sign in without it
 */
public record ExpectedAttribute(String name, String meaning, boolean required) {

	/** {@link #meaning()} of the e-mail address. */
	public static final String EMAIL = "email";

	/** {@link #meaning()} of the given name. */
	public static final String FIRST_NAME = "first-name";

	/** {@link #meaning()} of the family name. */
	public static final String LAST_NAME = "last-name";

	/** {@link #meaning()} of the permanent id of the user at the IdP. */
	public static final String USER_ID = "user-id";

	public ExpectedAttribute {
		Assert.hasText(name, "'name' must have text");
		Assert.hasText(meaning, "'meaning' must have text");
	}

	/**
	 * Create a required attribute.
	 * @param name the name
	 * @param meaning what it contains
	 * @return the attribute
	 */
	public static ExpectedAttribute required(String name, String meaning) {
		return new ExpectedAttribute(name, meaning, true);
	}

	/**
	 * Create an optional attribute.
	 * @param name the name
	 * @param meaning what it contains
	 * @return the attribute
	 */
	public static ExpectedAttribute optional(String name, String meaning) {
		return new ExpectedAttribute(name, meaning, false);
	}

}
