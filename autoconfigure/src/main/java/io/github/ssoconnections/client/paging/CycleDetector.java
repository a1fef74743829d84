// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.paging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Detects pages that recur, with Brent's algorithm: remembers one page, and replaces it
 * after 1, 2, 4, 8 … pages.
 */
final class CycleDetector {

	private @Nullable List<?> remembered;

	private long since;

	private long next = 1;

	private int repetitions;

	/**
	 * Add a page.
	 * @param items its items, or their ids
	 * @return the number of pages that recurred
	 */
	int add(List<?> items) {
		if (!items.isEmpty() && items.equals(this.remembered)) {
			this.repetitions++;
		}
		if (++this.since == this.next) {
			this.remembered = List.copyOf(items);
			this.next *= 2;
			this.since = 0;
		}
		return this.repetitions;
	}

}
