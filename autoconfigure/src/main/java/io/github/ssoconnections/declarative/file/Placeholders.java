// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to secrets in texts. As in Terraform, {@code $$&#123;} is the text
 * {@code $&#123;}.
 */
final class Placeholders {

	private static final Pattern OPENING = Pattern.compile("(\\$+)\\{");

	private static final Pattern ESCAPED = Pattern.compile("\\$(\\$+\\{)");

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}]*)}");

	private Placeholders() {
	}

	/**
	 * Return whether a text contains an opening that is not escaped.
	 * @param text the text as it is written
	 * @return whether a reference begins in it
	 */
	static boolean containsOpening(String text) {
		return OPENING.matcher(text).results().anyMatch((opening) -> opening.group(1).length() == 1);
	}

	static String unescape(String text) {
		return ESCAPED.matcher(text).replaceAll("$1");
	}

	static String escape(String text) {
		return OPENING.matcher(text).replaceAll("\\$$0");
	}

	static Matcher reference(String text) {
		return REFERENCE.matcher(text);
	}

}
