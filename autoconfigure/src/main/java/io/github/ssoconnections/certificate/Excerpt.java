// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

/**
 * What a message may repeat of a text that somebody else wrote: its beginning, without
 * characters that do not show or that change how the rest shows.
 */
final class Excerpt {

	private static final int MAX_LENGTH = 120;

	private Excerpt() {
	}

	static String quoted(String text) {
		return "'" + of(text, MAX_LENGTH) + "'";
	}

	static String of(String text, int maxLength) {
		StringBuilder result = new StringBuilder(Math.min(text.length(), maxLength) + 1);
		for (int i = 0; i < text.length(); i++) {
			if (i == maxLength) {
				return result.append('…').toString();
			}
			result.append(isShown(text.charAt(i)) ? text.charAt(i) : '?');
		}
		return result.toString();
	}

	private static boolean isShown(char character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
