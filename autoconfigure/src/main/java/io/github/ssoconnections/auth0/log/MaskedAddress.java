// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * E-mail address of which the first character and the domain are left. Users choose these
 * texts: each is read once from left to right, and cut to {@value #MAX_LENGTH}
 * characters.
 */
final class MaskedAddress {

	static final int MAX_LENGTH = 500;

	private static final String MASK = "***";

	/** Also as it is in a query, and in a URL within a query. */
	private static final Pattern AT = Pattern.compile("@|%(?:25)*+40");

	/** Few, so that no address stays: what is not one is masked, too. */
	private static final String SEPARATORS = "<>()[]\",;:";

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
		return cut(first(name) + MASK + ((at > 0) ? "@" + inText(name.substring(at + 1)) : ""));
	}

	/**
	 * Mask every address in a text.
	 * @param text the text, may be {@code null}
	 * @return the text with masked addresses
	 */
	static @Nullable String inText(@Nullable String text) {
		if (text == null) {
			return null;
		}
		StringBuilder masked = new StringBuilder();
		int end = 0;
		Matcher at = AT.matcher(text);
		while (at.find()) {
			int start = startOfAddress(text, end, at.start());
			masked.append(text, end, start);
			if (start < at.start()) {
				masked.append(first(text.substring(start, at.start()))).append(MASK);
			}
			masked.append(at.group());
			end = at.end();
		}
		// After masking, so that no part of an address stays at the end
		return cut(masked.append(text, end, text.length()).toString());
	}

	private static int startOfAddress(String text, int from, int at) {
		int start = at;
		if (at > from && text.charAt(at - 1) == '"') {
			return startOfQuoted(text, from, at - 1);
		}
		while (start > from && !isSeparator(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	private static int startOfQuoted(String text, int from, int close) {
		int start = close - 1;
		while (start > from && (text.charAt(start) != '"' || text.charAt(start - 1) == '\\')) {
			start--;
		}
		return Math.max(start, from);
	}

	private static boolean isSeparator(char character) {
		return Character.isWhitespace(character) || SEPARATORS.indexOf(character) >= 0;
	}

	private static String cut(String text) {
		if (text.length() <= MAX_LENGTH) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
		return text.substring(0, end) + "…";
	}

	// A character may consist of two chars
	private static String first(String text) {
		return text.substring(0, text.offsetByCodePoints(0, 1));
	}

}
