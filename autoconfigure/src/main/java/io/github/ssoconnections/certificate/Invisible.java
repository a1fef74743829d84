// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

/**
 * Invisible characters, which are often part of copied text: white space of any kind,
 * byte order marks, zero-width characters.
 */
final class Invisible {

	/** Byte order mark, zero-width spaces and joiners, direction marks. */
	private static final String NO_WIDTH = "\uFEFF\u200B\u200C\u200D\u2060\u200E\u200F";

	private Invisible() {
	}

	static boolean is(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| NO_WIDTH.indexOf(character) >= 0;
	}

	/**
	 * Return the start of the visible text.
	 * @param text the text
	 * @return the index of the first visible character, the length if there is none
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
	 * Replace characters by spaces, so that the following characters keep their line and
	 * column.
	 * @param text the text, which is modified
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
