// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

/**
 * A position in a text.
 *
 * @param line the number of the line, from 1
 * @param column the number of the character on the line, from 1
 */
record Place(int line, int column) {

	String describe() {
		return "line " + this.line + ", column " + this.column;
	}

	static Place of(CharSequence text, int index) {
		int line = 1;
		int lineStart = 0;
		for (int i = 0; i < index; i++) {
			if (text.charAt(i) == '\n') {
				line++;
				lineStart = i + 1;
			}
		}
		return new Place(line, index - lineStart + 1);
	}

}
