// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

/**
 * Characters that do not show, and come along when people copy and paste: white space of
 * any kind, byte order marks, joiners of no width.
 */
final class Invisible {

	/** A byte order mark, the spaces and joiners of no width, the marks of direction. */
	private static final String NO_WIDTH = "\uFEFF\u200B\u200C\u200D\u2060\u200E\u200F";

	private Invisible() {
	}

	static boolean is(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| NO_WIDTH.indexOf(character) >= 0;
	}

	/**
	 * Return where a text begins.
	 * @param text the text
	 * @return the index of the first character that shows, the length if there is none
	 */
	static int start(CharSequence text) {
		int start = 0;
		while (start < text.length() && is(text.charAt(start))) {
			start++;
		}
		return start;
	}

	static String strip(String text) {
		int start = start(text);
		int end = text.length();
		while (end > start && is(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	/**
	 * Put spaces in their place, so that what follows stays in its line and column.
	 * @param text the text, which is changed
	 * @param from the first index
	 * @param to the index after the last one
	 */
	static void blank(StringBuilder text, int from, int to) {
		for (int i = from; i < to; i++) {
			if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
				text.setCharAt(i, ' ');
			}
		}
	}

}
