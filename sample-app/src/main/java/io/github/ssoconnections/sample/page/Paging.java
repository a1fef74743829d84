// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Where the page stands in the list.
 *
 * @param first the number of the first row, from 1; 0 if there is none
 * @param last the number of the last row
 * @param number the number of the page, from 1
 * @param count the number of pages
 * @param previous the address of the page before, {@code null} if this is the first
 * @param next the address of the page after, {@code null} if this is the last
 */
public record Paging(int first, int last, int number, int count, @Nullable String previous, @Nullable String next) {

	/**
	 * Create the paging of a list.
	 * @param number the number of the page, from 1
	 * @param size the rows of a page
	 * @param total the number of all rows
	 * @param address the address of a page
	 * @return the paging
	 */
	public static Paging of(int number, int size, int total, IntFunction<String> address) {
		int count = Math.max(1, (total + size - 1) / size);
		int before = Math.min(number - 1, count);
		boolean empty = (number - 1L) * size >= total;
		return new Paging(empty ? 0 : (number - 1) * size + 1, empty ? 0 : Math.min(number * size, total), number,
				count, (before > 0) ? address.apply(before) : null,
				(number < count) ? address.apply(number + 1) : null);
	}

	/**
	 * Read the number of a page that may have been typed by hand.
	 * @param text the text
	 * @return the number, 1 for anything that is none
	 */
	public static int number(String text) {
		return text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : 1;
	}

}
