// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.regex.Pattern;

/**
 * Texts of others within Markdown. There are no tables, so that a bar has no meaning.
 */
public final class MarkdownText {

	/** Characters that can have a meaning within a line. */
	private static final Pattern INLINE = Pattern.compile("[\\\\`*_{}\\[\\]<&|~$!#@]|:(?=//)|(?<=www)\\.");

	/** Characters that can have a meaning at the beginning of a line. */
	private static final Pattern LEADING = Pattern.compile("^(?:(\\d+)(?=[.)])|(?=[-+=>]))");

	private MarkdownText() {
	}

	/**
	 * Return a text in which nothing has a meaning in Markdown.
	 * @param text the text, on one line
	 * @return the escaped text
	 */
	public static String escape(String text) {
		return LEADING.matcher(INLINE.matcher(text).replaceAll("\\\\$0")).replaceFirst("$1\\\\");
	}

	/**
	 * Return a code span, in which nothing has a meaning.
	 * @param value the value, on one line
	 * @return the code span
	 */
	public static String code(String value) {
		int longest = Pattern.compile("`+")
			.matcher(value)
			.results()
			.mapToInt((run) -> run.group().length())
			.max()
			.orElse(0);
		String fence = "`".repeat(longest + 1);
		String space = (longest > 0 || value.isEmpty()) ? " " : "";
		return fence + space + value + space + fence;
	}

}
