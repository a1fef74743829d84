// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Text on one line without characters that are invisible or change the direction of text.
 */
public final class CleanText {

	/** Ends a line, or separates like a space. */
	private static final Pattern SEPARATORS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

	/**
	 * Format characters with all bidirectional controls, lone surrogates, unassigned
	 * characters, variation selectors and fillers.
	 */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Cf}\\p{Cs}\\p{Cn}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFFA0"
				+ "\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]+");

	private CleanText() {
	}

	/**
	 * Return a text on one line.
	 * @param text the text
	 * @return the text without control, invisible and bidirectional characters
	 */
	public static String of(String text) {
		return SEPARATORS.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
	}

	/**
	 * Return whether a text may become a link.
	 * @param text the text
	 * @return whether it is an absolute {@code https} URL with a host and no user
	 */
	static boolean isLink(String text) {
		try {
			URI uri = new URI(text);
			return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
