// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.util.regex.Pattern;

/**
 * Writes texts so that every version of YAML reads them as the same texts, and so that
 * nothing in a file is hidden or reordered.
 */
final class YamlText {

	private static final Pattern PLAIN = Pattern
		.compile("[A-Za-z](?:[A-Za-z0-9_./@+-]|:(?=[^ ])| (?=[A-Za-z0-9])){0,200}(?<![ :])");

	private static final Pattern RESERVED = Pattern.compile("(?:null|true|false|yes|no|on|off|y|n)",
			Pattern.CASE_INSENSITIVE);

	/** Lines of ASCII, of which the first is not indented. */
	private static final Pattern BLOCK = Pattern
		.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]*[\\x21-\\x7E])?(?:\\n(?:[\\x20-\\x7E]*[\\x21-\\x7E])?)*+");

	private YamlText() {
	}

	/**
	 * Write a text on one line.
	 * @param text the text
	 * @return the text, in double quotes if required
	 */
	static String of(String text) {
		boolean plain = PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches();
		return plain ? text : quoted(text);
	}

	/**
	 * Write the value of a field, on multiple lines if that is readable.
	 * @param text the text
	 * @param indent the indentation of the lines
	 * @return the text
	 */
	static String value(String text, String indent) {
		boolean readable = text.indexOf('\n') > 0 && !text.endsWith("\n\n") && BLOCK.matcher(text).matches();
		if (!readable) {
			return of(text);
		}
		StringBuilder block = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
		text.lines().forEach((line) -> block.append('\n').append(line.isEmpty() ? "" : indent).append(line));
		return block.toString();
	}

	/**
	 * Write a text as a comment.
	 * @param text the text
	 * @return the text on one line, with escapes
	 */
	static String comment(String text) {
		String quoted = quoted(text);
		return "# " + quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.codePoints().forEach((character) -> {
			switch (character) {
				case '"' -> quoted.append("\\\"");
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				default -> appendPrintable(quoted, character);
			}
		});
		return quoted.append('"').toString();
	}

	private static void appendPrintable(StringBuilder quoted, int character) {
		if (isPrintable(character)) {
			quoted.appendCodePoint(character);
		}
		else {
			quoted.append(String.format((character > 0xFFFF) ? "\\U%08X" : "\\u%04X", character));
		}
	}

	private static boolean isPrintable(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.SPACE_SEPARATOR -> character == ' ';
			default -> true;
		};
	}

}
