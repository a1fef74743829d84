// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import io.github.ssoconnections.Page;
import org.jspecify.annotations.Nullable;

/**
 * Where the page stands in the list.
 *
 * @param first the number of the first item shown, from 1
 * @param last the number of the last item shown
 * @param total the number of items, {@code null} if the vendor did not say
 * @param previous the offset of the page before, {@code null} if this is the first
 * @param next the offset of the page after, {@code null} if this is the last
 */
record Paging(long first, long last, @Nullable Long total, @Nullable Long previous, @Nullable Long next) {

	static Paging of(Page<?> page, long offset, int size) {
		long end = offset + page.data().size();
		Long total = page.totalCount();
		boolean more = (total != null) ? end < total && !page.data().isEmpty() : page.data().size() == size;
		return new Paging(offset + 1, end, total, (offset > 0) ? Long.valueOf(Math.max(0, offset - size)) : null,
				(more) ? Long.valueOf(end) : null);
	}

	/**
	 * Read an offset that may have been typed by hand.
	 * @param text the text
	 * @return the offset, 0 for anything that is none
	 */
	static long readOffset(String text) {
		return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
	}

}
