// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * Excerpts of text from outside the application, for exceptions and findings: shortened,
 * and without control, format and unassigned characters, which could hide or reorder the
 * rest of the message.
 */
public final class Excerpt {

	private static final int MAX_LENGTH = 120;

	private Excerpt() {
	}

	/**
	 * Return an excerpt in single quotes.
	 * @param text the text
	 * @return at most 120 characters of the text, in quotes
	 */
	public static String quoted(String text) {
		return "'" + of(text, MAX_LENGTH) + "'";
	}

	/**
	 * Return an excerpt.
	 * @param text the text
	 * @param maxLength the maximum number of characters
	 * @return the beginning of the text, followed by {@code …} if the text is longer;
	 * {@code ?} replaces each character that is not printable
	 */
	public static String of(String text, int maxLength) {
		StringBuilder result = new StringBuilder(Math.min(text.length(), maxLength) + 1);
		for (int i = 0; i < text.length(); i++) {
			if (i == maxLength) {
				return result.append('…').toString();
			}
			result.append(isPrintable(text.charAt(i)) ? text.charAt(i) : '?');
		}
		return result.toString();
	}

	private static boolean isPrintable(char character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
