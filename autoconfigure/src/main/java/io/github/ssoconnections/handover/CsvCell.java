// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;

/**
 * Cell of a CSV as RFC 4180 defines it, which a spreadsheet does not take for a formula.
 */
public final class CsvCell {

	/** With their full-width forms, which spreadsheets take for the same. */
	private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

	/**
	 * A formula after a separator of another list, or of lines: a spreadsheet with that
	 * separator begins a cell there, as the quotes are then not those of a cell.
	 */
	private static final Pattern INNER_FORMULA = Pattern
		.compile("([;\\t\\r\\n][\\s\\h\"]*+)([=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

	private CsvCell() {
	}

	/**
	 * Write a text as a cell: quoted if it has to be, and with an apostrophe before what
	 * a spreadsheet takes for a formula, also after a semicolon or a tab.
	 * @param value the text
	 * @return the cell
	 */
	public static String of(String value) {
		Assert.notNull(value, "'value' must not be null");
		String inner = INNER_FORMULA.matcher(value).replaceAll("$1'$2");
		String safe = (!value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0) ? "'" + inner : inner;
		boolean quoted = safe.chars().anyMatch((character) -> ",\"\r\n".indexOf(character) >= 0);
		return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
	}

}
