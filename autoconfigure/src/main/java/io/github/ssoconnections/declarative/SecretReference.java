// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;

/**
 * Name of a secret that stands in a declaration in place of its value. In the settings of
 * a {@link DesiredConnection} it is a secret that was not resolved: it can be planned,
 * and not be applied.
 *
 * @param name the name, such as {@code SSO_ACME_CLIENT_SECRET}
 */
public record SecretReference(String name) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

	public SecretReference {
		Assert.isTrue(name != null && isName(name),
				"'name' must have 1 to 200 characters A-Z, a-z, 0-9 or '_', and not begin with a digit");
	}

	/**
	 * Return whether a text can be the name of a reference.
	 * @param text the text
	 * @return whether it has 1 to 200 characters A-Z, a-z, 0-9 or '_', and does not begin
	 * with a digit
	 */
	public static boolean isName(String text) {
		return NAME.matcher(text).matches();
	}

	@Override
	public String toString() {
		return "${" + this.name + "}";
	}

}
