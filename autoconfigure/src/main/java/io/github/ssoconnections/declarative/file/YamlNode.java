// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.util.List;
import java.util.Map;

/**
 * A part of a file, with the line that it begins in.
 */
sealed interface YamlNode {

	int line();

	/**
	 * A text, a number, a boolean or nothing.
	 *
	 * @param text the text without quotes
	 * @param plain whether it stands without quotes, so that it may be no text
	 * @param line the line, from 1
	 */
	record Scalar(String text, boolean plain, int line) implements YamlNode {

		boolean isNull() {
			return YamlScalars.isNull(this);
		}

		@Override
		public String toString() {
			return "Scalar[line=" + this.line + "]";
		}

	}

	/**
	 * A list.
	 *
	 * @param items the items
	 * @param line the line, from 1
	 */
	record Sequence(List<YamlNode> items, int line) implements YamlNode {

	}

	/**
	 * Fields by name.
	 *
	 * @param fields the fields
	 * @param line the line, from 1
	 */
	record Mapping(Map<String, Field> fields, int line) implements YamlNode {

	}

	/**
	 * A field.
	 *
	 * @param line the line of its name, from 1
	 * @param value the value
	 */
	record Field(int line, YamlNode value) {

	}

}
