// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 defines it, in UTF-8, with any line ends.
 */
final class CsvReader {

	private final String text;

	private final List<Row> rows = new ArrayList<>();

	private final List<String> cells = new ArrayList<>();

	private final StringBuilder cell = new StringBuilder();

	private int line = 1;

	private int start = 1;

	private CsvReader(String text) {
		this.text = text;
	}

	static List<Row> read(byte[] file) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
			return new CsvReader(text.startsWith("\uFEFF") ? text.substring(1) : text).read();
		}
		catch (CharacterCodingException ex) {
			throw new InvalidFormException("The file is not in UTF-8.");
		}
	}

	private List<Row> read() {
		boolean quoted = false;
		for (int i = 0; i < this.text.length(); i++) {
			char character = this.text.charAt(i);
			if (character == '\n') {
				this.line++;
			}
			if (quoted) {
				boolean doubled = character == '"' && i + 1 < this.text.length() && this.text.charAt(i + 1) == '"';
				if (character != '"' || doubled) {
					this.cell.append(character);
					i += doubled ? 1 : 0;
				}
				else {
					quoted = false;
				}
			}
			else if (character == '"' && this.cell.isEmpty()) {
				quoted = true;
			}
			else {
				take(character);
			}
		}
		InvalidFormException.check(!quoted, "A quote of line " + this.start + " does not end.");
		endOfRow();
		return this.rows;
	}

	private void take(char character) {
		switch (character) {
			case ',' -> endOfCell();
			case '\n' -> endOfRow();
			case '\r' -> {
			}
			default -> this.cell.append(character);
		}
	}

	private void endOfCell() {
		this.cells.add(this.cell.toString().strip());
		this.cell.setLength(0);
	}

	private void endOfRow() {
		endOfCell();
		if (this.cells.stream().anyMatch((value) -> !value.isEmpty())) {
			this.rows.add(new Row(this.start, List.copyOf(this.cells)));
		}
		this.cells.clear();
		this.start = this.line;
	}

	/**
	 * A row.
	 *
	 * @param line the number of its first line
	 * @param cells the cells
	 */
	record Row(int line, List<String> cells) {
	}

}
