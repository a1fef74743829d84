// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import org.jspecify.annotations.Nullable;

/**
 * Texts of vendors and customers in tables and headings, where there is room for some.
 */
public final class Texts {

	private static final int ROOM = 160;

	private Texts() {
	}

	/**
	 * Return a text that is not longer than there is room.
	 * @param text the text
	 * @return the text, its beginning if it is longer than 160 characters, or empty
	 */
	public static String brief(@Nullable String text) {
		if (text == null || text.length() <= ROOM) {
			return (text != null) ? text : "";
		}
		return text.substring(0, text.offsetByCodePoints(0, ROOM / 2)) + "…";
	}

}
