// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * E-mail address of which the first character and the domain are left.
 */
final class MaskedAddress {

	private static final String MASK = "***";

	/** Wide, so that no address stays: what is not one is masked, too. */
	private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>()\\[\\]\"',;:]+@");

	private MaskedAddress() {
	}

	/**
	 * Mask an address, or a name that is none.
	 * @param name the address or name
	 * @return the masked address, {@code null} if it is empty
	 */
	static @Nullable String of(String name) {
		if (name.isEmpty()) {
			return null;
		}
		int at = name.lastIndexOf('@');
		return first(name) + MASK + ((at > 0) ? name.substring(at) : "");
	}

	/**
	 * Mask every address in a text.
	 * @param text the text, may be {@code null}
	 * @return the text with masked addresses
	 */
	static @Nullable String inText(@Nullable String text) {
		return (text != null) ? ADDRESS.matcher(text)
			.replaceAll((match) -> Matcher.quoteReplacement(first(match.group()) + MASK + "@")) : null;
	}

	// A character may consist of two chars
	private static String first(String text) {
		return text.substring(0, text.offsetByCodePoints(0, 1));
	}

}
