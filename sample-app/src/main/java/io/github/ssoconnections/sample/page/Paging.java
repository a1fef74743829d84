// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import io.github.ssoconnections.index.ConnectionPage;
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

	static Paging of(ConnectionTable table, ConnectionPage page) {
		int rows = page.connections().size();
		int count = Math.max(1, (page.total() + table.size() - 1) / table.size());
		int before = Math.min(table.number() - 1, count);
		return new Paging((rows > 0) ? page.offset() + 1 : 0, (rows > 0) ? page.offset() + rows : 0, table.number(),
				count, (before > 0) ? table.page(before) : null,
				(table.number() < count) ? table.page(table.number() + 1) : null);
	}

}
