// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.regex.Pattern;

/**
 * Text on one line, which prevents log forging and very long log lines.
 */
final class OneLine {

	private static final int MAX_LENGTH = 2000;

	/**
	 * Control characters, line and paragraph separators, and marks that change the
	 * direction of text.
	 */
	private static final Pattern UNPRINTABLE = Pattern
		.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

	private OneLine() {
	}

	static String of(String text) {
		String line = UNPRINTABLE.matcher(text).replaceAll(" ");
		return (line.length() > MAX_LENGTH) ? line.substring(0, MAX_LENGTH) + "…" : line;
	}

}
